// The keys of a measure and of its answers.
#include "measures/catalogue_read.hpp"

#include "core/language.hpp"

namespace lykta::measures {

namespace {

/// A table inside the measure's, named for messages.
CatalogueTable inner(const CatalogueTable& outer, const toml::table& table, const char* name) {
    return {table, outer.file(), outer.about() + ", " + name};
}

Answer answer_from(CatalogueTable table) {
    Answer answer;
    answer.line = table.line();
    table.outcomes("outcomes", answer.outcomes);
    table.number("least_share", answer.least_share, {0, 1});
    table.word("when", answer.when);
    table.words("settings", answer.settings);
    table.words("conditions", answer.conditions);
    table.finish();
    return answer;
}

void read_texts(CatalogueTable& table, Measure& into) {
    table.both("name", into.name);
    table.both("mechanism", into.mechanism);
    table.both("rules_out_note", into.rules_out_note);
    table.both("displacement", into.displacement);
    table.both("goal", into.goal);
    table.both("follow_up", into.follow_up);
    table.both("legal", into.legal);
    table.both("side_effects", into.side_effects);
}

void read_words(CatalogueTable& table, Measure& into) {
    table.word("principle", into.principle);
    table.word("siting", into.siting);
    table.word("owner", into.owner);
    table.yes_no("social", into.social);
    table.words("rules_out", into.rules_out);
    table.outcomes("touches", into.touches);
    table.word("touches_when", into.touches_when);
    table.texts("items", into.items);
    table.texts("needs", into.needs);
    table.texts("excludes", into.excludes);
}

void read_numbers(CatalogueTable& table, Measure& into) {
    constexpr Bounds life{1.0 / 12.0, 200.0}, lead{0.0, 600.0};
    table.number("lifetime_years", into.lifetime_years, life);
    table.number("lead_time_months", into.lead_time_months, lead);
    table.whole("intrusiveness", into.intrusiveness, 0, 3);
}

void read_lists(CatalogueTable& table, Measure& into) {
    const auto answers = table.tables("answer");
    if (table.has("answer")) into.answers.clear();
    for (const auto* answer : answers) into.answers.push_back(answer_from(inner(table, *answer, "answer")));

    const auto effects = table.tables("effect");
    if (table.has("effect")) into.effects.clear();
    for (const auto* effect : effects) {
        auto row = inner(table, *effect, "effect");
        read_effect(row, into.effects.emplace_back());
    }
}

/// Units that the quantities of each kind of siting come in.
bool unit_fits(Siting siting, std::string_view unit) {
    switch (siting) {
        case Siting::lamp_repair:
        case Siting::lamp_upgrade:
        case Siting::lamp_infill:
            return unit == "lamp";
        case Siting::clearing:
            return unit == "m2";
        case Siting::camera:
            return unit == "camera";
        case Siting::items:
            return unit == "item";
        case Siting::tunnel:
            return unit == "tunnel" || unit == "m";
        case Siting::stretch:
            return unit == "m" || unit == "place";
        case Siting::place:
            return unit == "place" || unit == "m2";
        case Siting::area:
            return unit == "area";
    }
    return false;
}

void check_counting(const CatalogueTable& table, const Measure& measure) {
    Outcomes counted = 0;
    for (const auto& row : measure.effects) {
        if (!row.counts) continue;
        if ((counted & bit(row.outcome)) != 0)
            table.refuse("effect", say("two effect rows of '{}' count (the later in line {}); one may, the others are "
                                       "shown beside it",
                                       std::string(outcome_code(row.outcome)), row.line));
        counted |= bit(row.outcome);
    }
}

}  // namespace

void read_measure(CatalogueTable& table, Measure& into) {
    table.text("id", into.id);
    read_texts(table, into);
    read_words(table, into);
    read_numbers(table, into);
    read_lists(table, into);
    if (const auto* cost = table.table("cost")) {
        auto costs = inner(table, *cost, "cost");
        read_cost(costs, into.cost);
    }
    table.finish();
}

void check_measure(const CatalogueTable& table, const Measure& measure) {
    const auto needs = [&](bool there, const char* key) {
        if (!there) table.refuse(key, say("'{}' is missing; every measure must say it", key));
    };
    needs(!measure.name.empty(), "name");
    needs(!measure.mechanism.empty(), "mechanism");
    needs(!measure.answers.empty(), "answer");
    needs(!measure.effects.empty(), "effect");
    needs(!measure.cost.unit.empty(), "cost");
    needs(!measure.goal.empty(), "goal");
    needs(!measure.follow_up.empty(), "follow_up");
    needs(!measure.legal.empty(), "legal");
    if (!unit_fits(measure.siting, measure.cost.unit))
        table.refuse("cost", say("a measure with siting '{}' cannot be priced per '{}'",
                                 std::string(code_of(measure.siting)), measure.cost.unit));
    check_counting(table, measure);
}

}  // namespace lykta::measures
