// A plan made by hand on the sample town: lamps, clearing, a camera, building work and a district's measure at three
// places, a portfolio of two options, with hostile texts in what a catalogue may hold.
#pragma once
#include "sample_result.hpp"

namespace lykta::by_hand {

inline measures::Measure sample_measure(const char* id, const char* sv, const char* en, measures::Siting siting) {
    measures::Measure m;
    m.id = id;
    m.name = {sv, en};
    m.siting = siting;
    m.mechanism = {"Fler ser och syns.", "More people see and are seen."};
    m.displacement = {"Brott kan flytta till gator intill.", "Incidents may move to streets beside."};
    m.legal = {"Bygglov prövas.", "A permit is to be tried."};
    m.goal = {"Hela sträckan når sin klass.", "The whole stretch reaches its class."};
    m.follow_up = {"Mät lux på plats; räkna händelser i 24 månader.",
                   "Measure lux on site; count incidents for 24 months."};
    m.side_effects = {"Ljus i fönster; avskärma.", "Light in windows; shield it."};
    m.cost = {.unit = "lamp",
              .low = 40000,
              .typical = 57000,
              .high = 70000,
              .fixed = 0,
              .yearly_low = 300,
              .yearly_typical = 500,
              .yearly_high = 800,
              .price_year = 2022,
              .judgement = false,
              .source = "nordanstig.se 2022-05-20",
              .link = "https://nordanstig.se/"};
    return m;
}

inline measures::Catalogue sample_catalogue() {
    using measures::Siting;
    measures::Catalogue c;
    c.measures = {sample_measure("lamp_infill", "Komplettera belysningen", "Add lamps", Siting::lamp_infill),
                  sample_measure("clearing", "Röj undervegetation", "Clear undergrowth", Siting::clearing),
                  sample_measure("camera", "Kamerabevakning", "Camera surveillance", Siting::camera),
                  sample_measure("basement", "Säkra källarförråd", "Secure basement storage", Siting::items),
                  sample_measure("youth_club", "Fritidsgård öppen längre", "Youth club open longer", Siting::area)};
    c.measures[0].effects = {{.outcome = measures::Outcome::any,
                              .setting = {"bostadsområden, 4 länder", "residential areas, 4 countries"},
                              .finding = {"14 procent färre brott", "14 per cent fewer crimes"},
                              .ratio = measures::RateRatio{0.86, 0.74, 1.0, true},
                              .grade = measures::Grade::a,
                              .counts = true,
                              .source = "Welsh m.fl. 2022 <b>",
                              .link = "https://doi.org/10.1111/x"},
                             {.outcome = measures::Outcome::felt,
                              .perceived = true,
                              .setting = {"Sverige", "Sweden"},
                              .finding = {"Fler känner sig trygga", "More people feel safe"},
                              .grade = measures::Grade::c,
                              .swedish = true,
                              .source = "Brå",
                              .link = "javascript:alert(1)"}};
    c.measures[3].owner = measures::Owner::property_owner;
    c.measures[4].owner = measures::Owner::social_services;
    c.measures[2].rules_out_note = {"Mindre ingripande åtgärder först.", "Less intrusive measures first."};
    return c;
}

inline measures::Money sample_money(double investment, double yearly) {
    return {.investment = investment,
            .investment_low = 0.7 * investment,
            .investment_high = 1.25 * investment,
            .yearly = yearly,
            .yearly_low = yearly / 2,
            .yearly_high = yearly * 2,
            .annuity = investment / 14 + yearly,
            .annuity_low = investment / 20 + yearly / 2,
            .annuity_high = investment / 10 + yearly * 2,
            .lifetime_years = 20,
            .price_year = 2022,
            .formula = "3 lampor × 57 000 kr = 171 000 kr"};
}

inline measures::SitedMeasure sited(std::uint32_t place, std::uint32_t measure, const char* id) {
    measures::SitedMeasure s;
    s.place = place;
    s.measure = measure;
    s.id = id;
    s.reason = "62 % av 40 händelser skedde i mörker; 120 m ligger under sin klass <script>alert(4)</script>.";
    s.money = sample_money(171000, 1500);
    return s;
}

inline measures::SitedMeasure sited_lamps(const outputs::RunResult& r) {
    auto s = sited(0, 0, "P001-lamp_infill");
    const Point at = r.places[0].place.centre;
    for (int i = 0; i < 4; ++i) {
        measures::LampChange change;
        change.work = i == 0   ? measures::LampWork::repair
                      : i == 1 ? measures::LampWork::upgrade
                               : measures::LampWork::add;
        change.after.id = i < 2 ? "L" + std::to_string(i) : "";
        change.after.position = {at.x - 30 + 20 * i, at.y + 6};
        s.lamps.push_back(change);
    }
    for (std::uint32_t i = 0; i < 6; ++i)
        s.changes.push_back({.stretch = i,
                             .length_m = 30,
                             .average_before = Lux{1.9},
                             .minimum_before = Lux{0.2},
                             .average_after = Lux{5.6},
                             .minimum_after = Lux{1.4},
                             .below_before = true,
                             .below_after = i == 5,
                             .has_light = true});
    s.metres_to_class = 150;
    s.quantity = 4;
    s.effect = {.has_number = true,
                .touched_per_year = 8.0,
                .expected_per_year = 6.6,
                .prevented_per_year = 0.92,
                .prevented = {0.04, 1.8},
                .prevented_low_10 = 0.2,
                .cost_per_prevented = 14800,
                .cost_per_prevented_interval = statistics::Interval{7000, 320000},
                .parts = {{measures::Outcome::any, 0, 0, 8.0, 6.6, 0.92}},
                .words = "Studierna pekar på färre brott.",
                .formula = "8,0 × 0,83 × (1 − 0,86) = 0,92"};
    s.detect = {.before_count = 16, .expected_change = -0.115, .months_ten = 190, .words = "Syns knappt för sig."};
    return s;
}

inline measures::SitedMeasure sited_clearing(const outputs::RunResult& r) {
    auto s = sited(0, 1, "P001-clearing");
    const Point at = r.places[0].place.centre;
    const auto corner = [&](double x, double y) { return box_shape(x - sample_origin.x, y - sample_origin.y, 18, 6); };
    s.clearings = {{.plant = 3, .shape = corner(at.x + 10, at.y - 20), .area_m2 = 108, .sight_m = 34}};
    s.shape = s.clearings[0].shape;
    s.metres_of_sight = 34;
    s.money = sample_money(1600, 800);
    s.effect.words = "Ingen studie hittades.";
    return s;
}

inline measures::SitedMeasure sited_camera(const outputs::RunResult& r) {
    auto s = sited(1, 2, "P002-camera");
    const Point at = r.places[1].place.centre;
    const auto box = [&](double x, double y, double w, double h) {
        return box_shape(at.x - sample_origin.x + x, at.y - sample_origin.y + y, w, h);
    };
    measures::CameraSite camera;
    camera.position = {at.x - 40, at.y};
    camera.reach = Meters{40};
    camera.view = {Polygon{{{at.x - 40, at.y}, {at.x, at.y - 20}, {at.x, at.y + 20}, {at.x - 40, at.y}}, {}}};
    camera.masks = {box(-12, 12, 6, 5)};
    camera.view_m2 = 800;
    camera.masked_m2 = 30;
    camera.zones = {
        {"identify", Meters{6}}, {"recognise", Meters{12}}, {"observe", Meters{24}}, {"detect", Meters{60}}};
    camera.incidents = {0, 1, 2, 3, 4, 5, 6, 7};
    camera.covered_weight = 9.5;
    camera.place_weight = 30;
    camera.carrier = "lamp";
    s.cameras = {camera};
    s.quantity = 1;
    s.money = sample_money(115000, 20000);
    return s;
}

inline measures::SitedMeasure sited_work(const outputs::RunResult& r) {
    auto s = sited(1, 3, "P002-basement");
    const Point at = r.places[1].place.centre;
    s.work = {
        {.item = 0,
         .building_id = "h1",
         .text = "källardörr",
         .position = at,
         .mandatory = true,
         .linked_incidents = 3},
        {.item = 1, .building_id = "h1", .text = "=förråd", .position = at, .mandatory = false, .linked_incidents = 7}};
    s.items_mended = 2;
    s.quantity = 2;
    s.money = sample_money(60000, 0);
    s.money.judgement = true;
    return s;
}

inline measures::Option option_of(const measures::MeasurePlan& plan, std::uint32_t place,
                                  std::vector<std::uint32_t> parts, const char* id) {
    measures::Option o;
    o.id = id;
    o.place = place;
    o.sited = std::move(parts);
    for (const auto i : o.sited) {
        const auto& s = plan.sited[i];
        o.money.investment += s.money.investment;
        o.money.yearly += s.money.yearly;
        o.metres_to_class += s.metres_to_class;
        o.metres_of_sight += s.metres_of_sight;
        o.items_mended += s.items_mended;
        if (s.effect.has_number) o.effect = s.effect;
    }
    o.owner_investment.assign(measures::owner_count, 0.0);
    return o;
}

inline measures::Portfolio sample_portfolio(const measures::MeasurePlan& plan) {
    measures::Portfolio p;
    p.budget = 500000;
    p.picks = {{0, 0.97}, {1, 0.63}};
    for (const auto& pick : p.picks) {
        p.totals.investment += plan.options[pick.option].money.investment;
        p.totals.yearly += plan.options[pick.option].money.yearly;
    }
    p.totals.prevented = 0.92;
    p.totals.prevented_interval = {0.04, 1.8};
    p.totals.metres_to_class = 150;
    p.totals.metres_of_sight = 34;
    p.totals.items_mended = 2;
    p.totals.objective = 4.2;
    p.totals.options = 2;
    p.totals.measures = 3;
    p.bound = 4.21;
    p.gap = 0.0024;
    p.greedy = p.totals;
    p.greedy.objective = 3.9;
    p.greedy_chosen = {0};
    for (int i = 1; i <= 10; ++i) {
        measures::BudgetStep step{.budget = 100000.0 * i, .totals = p.totals, .chosen = {0}};
        step.totals.objective = 6.0 * (1 - 1.0 / (1 + 0.5 * i));
        p.curve.push_back(step);
    }
    p.draws = 200;
    p.detect = {
        .before_count = 80, .expected_change = -0.1, .months_ten = 120, .words = "Tillsammans efter 120 månader."};
    return p;
}

/// Puts the plan into a sample run. Places 0 and 1 hold the portfolio, place 2 has only a rejected match.
inline void add_sample_plan(outputs::RunResult& r) {
    measures::MeasurePlan plan;
    plan.catalogue = sample_catalogue();
    using measures::Verdict;
    plan.matches = {{.place = 0, .measure = 0, .verdict = Verdict::fits, .reason = "Mörkt."},
                    {.place = 1, .measure = 3, .verdict = Verdict::fits, .reason = "Fyra händelser i källare."},
                    {.place = 1, .measure = 0, .verdict = Verdict::rejected, .reason = "Händelserna sker på dagen."},
                    {.place = 2, .measure = 2, .verdict = Verdict::rejected, .reason = "3 av 32 händelser: för få."}};
    plan.sited = {sited_lamps(r), sited_clearing(r), sited_camera(r), sited_work(r), sited(1, 4, "Centrum-youth_club")};
    plan.options = {option_of(plan, 0, {0, 1}, "P001:lamp_infill+clearing"),
                    option_of(plan, 1, {2, 3}, "P002:camera+basement")};
    plan.notes = {"Priser utan moms."};
    plan.portfolio = sample_portfolio(plan);
    r.measures = std::move(plan);
}

inline std::unique_ptr<Sample> sample_run_with_measures(Language language = Language::swedish) {
    auto s = sample_run(language);
    add_sample_plan(s->result);
    return s;
}

}  // namespace lykta::by_hand
