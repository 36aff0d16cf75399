#include "study/measure_table.hpp"

#include <charconv>

#include "core/language.hpp"
#include "study/study_tables.hpp"
#include "study/toml_table.hpp"

namespace lykta::study {

namespace {

/// A list of texts: forced = ["P003:clearing", "camera"].
std::vector<std::string> list_of_texts(TomlTable& table, const char* key) {
    std::vector<std::string> list;
    const auto* node = table.node(key);
    if (node == nullptr) return list;
    if (!node->is_array()) table.refuse(*node, key, tr("a list of texts: [\"…\", \"…\"]"));
    for (const auto& item : *node->as_array()) {
        const auto text = item.value_exact<std::string>();
        if (!text) table.refuse(item, key, tr("a text in quotes"));
        list.push_back(*text);
    }
    return list;
}

void read_budget(TomlTable& table, MeasureSettings& settings) {
    double budget = 0, yearly = 0;
    table.positive("budget", budget);
    table.positive("yearly_budget", yearly);
    if (budget > 0) settings.budget = budget;
    if (yearly > 0) settings.request.yearly_budget = yearly;
}

void read_objective(TomlTable& table, measures::PortfolioRequest& request) {
    std::string word{measures::objective_code(request.objective)};
    table.text("objective", word);
    const auto objective = measures::objective_from(word);
    if (!objective)
        table.refuse(*table.node("objective"), "objective",
                     "\"weighted\", \"prevented_harm\", \"prevented_harm_low\" | \"metres_to_class\"");
    request.objective = *objective;
    for (const auto& [key, value] : table.numbers("weights")) {
        if (!(value >= 0)) table.refuse(*table.node("weights"), key.c_str(), tr("a weight of 0 or more"));
        if (key == "harm")
            request.weights.harm = value;
        else if (key == "metres_to_class")
            request.weights.metres_to_class = value;
        else if (key == "metres_of_sight")
            request.weights.metres_of_sight = value;
        else if (key == "metres_of_hiding")
            request.weights.metres_of_hiding = value;
        else if (key == "items_mended")
            request.weights.items_mended = value;
        else
            table.refuse(*table.node("weights"), key.c_str(),
                         "harm, metres_to_class, metres_of_sight, metres_of_hiding, items_mended");
    }
}

void read_fairness(TomlTable& table, measures::PortfolioRequest& request) {
    request.district_share = table.numbers("district_share");
    for (const auto& [name, share] : request.district_share)
        if (!(share >= 0 && share <= 1))
            table.refuse(*table.node("district_share"), name.c_str(), tr("a share from 0 to 1"));
    request.owner_cap = table.numbers("owner_cap");
    for (const auto& [code, cap] : request.owner_cap) {
        if (!measures::owner_from(code))
            table.refuse(*table.node("owner_cap"), code.c_str(),
                         "building_department, social_services, school, property_owner, police");
        if (!(cap >= 0)) table.refuse(*table.node("owner_cap"), code.c_str(), tr("0 SEK or more"));
    }
    request.forced = list_of_texts(table, "forced");
    request.forbidden = list_of_texts(table, "forbidden");
    table.whole("draws", request.draws, 0);
}

void read_lamps(const toml::table& values, const Study& study, measures::LampSitingOptions& lamps) {
    TomlTable table{values, study.file, "[measures.lamps]"};
    table.positive("flux", lamps.flux.value);
    table.positive("largest_flux", lamps.largest_flux.value);
    table.positive("height", lamps.height.value);
    table.positive("street_height", lamps.street_height.value);
    table.positive("offset", lamps.offset.value);
    table.positive("street_offset", lamps.street_offset.value);
    if (lamps.largest_flux < lamps.flux) table.refuse(values, "largest_flux", tr("at least flux"));
    table.finish();
}

void read_camera(const toml::table& values, const Study& study, measures::CameraOptions& cameras) {
    TomlTable table{values, study.file, "[measures.camera]"};
    table.whole("pixels", cameras.pixels, 1);
    table.positive("field_of_view", cameras.field_of_view.value);
    table.positive("pixels_per_m", cameras.pixels_per_m);
    table.positive("height", cameras.height.value);
    table.whole("most_cameras", cameras.most_cameras, 1);
    if (const double f = cameras.field_of_view.value; f < 10 || f > 120)
        table.refuse(*table.node("field_of_view"), "field_of_view", tr("10 to 120 degrees"));
    table.finish();
}

void read_tried(TomlTable& table, const Study& study, measures::MatchOptions& match) {
    const auto* node = table.node("tried");
    if (node == nullptr) return;
    if (!node->is_array_of_tables()) table.refuse(*node, "tried", "[[measures.tried]] place, measure, since");
    for (const auto& item : *node->as_array()) {
        TomlTable row{*item.as_table(), study.file, "[[measures.tried]]"};
        measures::Tried tried;
        row.text("place", tried.place);
        row.text("measure", tried.measure);
        row.text("since", tried.since);
        if (tried.place.empty()) row.refuse(item, "place", tr("the id or name of a place"));
        if (tried.measure.empty()) row.refuse(item, "measure", tr("the id of a measure"));
        row.finish();
        match.tried.push_back(tried);
    }
}

double number_of(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

void read_measure_table(const toml::table& file, const std::string& text, Study& study) {
    const auto* values = file.get_as<toml::table>("measures");
    if (values == nullptr) return;
    auto& settings = study.measures;
    TomlTable table{*values, study.file, "[measures]"};
    read_budget(table, settings);
    read_objective(table, settings.request);
    read_fairness(table, settings.request);
    double rate = settings.plan.effect.discount_rate;
    table.number("discount_rate", rate);
    if (!(rate >= 0 && rate < 1))
        table.refuse(*table.node("discount_rate"), "discount_rate", tr("a share from 0 to 1"));
    settings.plan.effect.discount_rate = rate;
    int most = static_cast<int>(settings.plan.most_places);
    table.whole("most_places", most, 1);
    settings.plan.most_places = static_cast<std::size_t>(most);
    if (const auto* lamps = table.table("lamps")) read_lamps(*lamps, study, settings.plan.siting.lamps);
    if (const auto* camera = table.table("camera")) read_camera(*camera, study, settings.plan.siting.cameras);
    read_tried(table, study, settings.plan.match);
    for (const auto& name : list_of_texts(table, "catalogue")) settings.catalogues.push_back(beside(study, name));
    if (table.node("measure") != nullptr)
        settings.own.push_back({.name = study.file, .text = text, .inside = "measures"});
    table.finish();
}

void apply_measure_option(const std::string& key, const std::string& value, MeasureSettings& settings) {
    if (!key.starts_with("measures.")) return;
    settings.asked = true;
    if (key == "measures.budget" && value != "-") settings.budget = number_of(value);
    if (key == "measures.yearly_budget" && value != "-") settings.request.yearly_budget = number_of(value);
    if (const auto objective = measures::objective_from(value); key == "measures.objective" && objective)
        settings.request.objective = *objective;
}

}  // namespace lykta::study
