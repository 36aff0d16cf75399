// Codes of catalogue files, and the names people read.
#include "measures/catalogue_words.hpp"

#include "core/language.hpp"

namespace lykta::measures {

namespace {

using enum Outcome;
constexpr std::array<Word<Outcome>, outcome_count> outcomes{{{"any", any},
                                                             {"property", property},
                                                             {"violence", violence},
                                                             {"robbery", robbery},
                                                             {"burglary", burglary},
                                                             {"basement", basement},
                                                             {"vehicle", vehicle},
                                                             {"bicycle", bicycle},
                                                             {"damage", damage},
                                                             {"nuisance", nuisance},
                                                             {"drugs", drugs},
                                                             {"arson", arson},
                                                             {"traffic", traffic},
                                                             {"threat", threat},
                                                             {"felt", felt}}};
constexpr std::array<Word<Principle>, 5> principles{
    {{"natural_surveillance", Principle::natural_surveillance},
     {"natural_access_control", Principle::natural_access_control},
     {"territorial_reinforcement", Principle::territorial_reinforcement},
     {"maintenance", Principle::maintenance},
     {"none", Principle::none}}};
constexpr std::array<Word<Grade>, 4> grades{{{"A", Grade::a}, {"B", Grade::b}, {"C", Grade::c}, {"0", Grade::none}}};
constexpr std::array<Word<Owner>, owner_count> owners{{{"building_department", Owner::building_department},
                                                       {"social_services", Owner::social_services},
                                                       {"school", Owner::school},
                                                       {"property_owner", Owner::property_owner},
                                                       {"police", Owner::police}}};
constexpr std::array<Word<Siting>, 10> sitings{{{"lamp_repair", Siting::lamp_repair},
                                                {"lamp_upgrade", Siting::lamp_upgrade},
                                                {"lamp_infill", Siting::lamp_infill},
                                                {"clearing", Siting::clearing},
                                                {"camera", Siting::camera},
                                                {"items", Siting::items},
                                                {"tunnel", Siting::tunnel},
                                                {"stretch", Siting::stretch},
                                                {"place", Siting::place},
                                                {"area", Siting::area}}};
constexpr std::array<Word<When>, 3> whens{{{"any", When::any}, {"dark", When::dark}, {"day", When::day}}};
constexpr std::array<Word<Setting>, 5> settings{{{"footpath", Setting::footpath},
                                                 {"street", Setting::street},
                                                 {"tunnel", Setting::tunnel},
                                                 {"residential", Setting::residential},
                                                 {"open", Setting::open}}};
constexpr std::array<Word<Condition>, 11> conditions{{{"none", Condition::none},
                                                      {"lamp_out", Condition::lamp_out},
                                                      {"light_shaded", Condition::light_shaded},
                                                      {"light_missing", Condition::light_missing},
                                                      {"light_weak", Condition::light_weak},
                                                      {"concealment", Condition::concealment},
                                                      {"short_sight", Condition::short_sight},
                                                      {"failed_item", Condition::failed_item},
                                                      {"tunnel", Condition::tunnel},
                                                      {"dead_end", Condition::dead_end},
                                                      {"litter_damage", Condition::litter_damage}}};
constexpr std::array<Word<RuledOut>, 10> ruled_outs{{{"daytime", RuledOut::daytime},
                                                     {"lit_to_class", RuledOut::lit_to_class},
                                                     {"no_plants", RuledOut::no_plants},
                                                     {"no_failed_items", RuledOut::no_failed_items},
                                                     {"no_tunnel", RuledOut::no_tunnel},
                                                     {"less_intrusive_untried", RuledOut::less_intrusive_untried},
                                                     {"few_incidents", RuledOut::few_incidents},
                                                     {"indoors", RuledOut::indoors},
                                                     {"lamps_only_broken", RuledOut::lamps_only_broken},
                                                     {"no_lamps", RuledOut::no_lamps}}};

}  // namespace

std::span<const Word<Outcome>> words_for(Outcome) {
    return outcomes;
}
std::span<const Word<Principle>> words_for(Principle) {
    return principles;
}
std::span<const Word<Grade>> words_for(Grade) {
    return grades;
}
std::span<const Word<Owner>> words_for(Owner) {
    return owners;
}
std::span<const Word<Siting>> words_for(Siting) {
    return sitings;
}
std::span<const Word<When>> words_for(When) {
    return whens;
}
std::span<const Word<Setting>> words_for(Setting) {
    return settings;
}
std::span<const Word<Condition>> words_for(Condition) {
    return conditions;
}
std::span<const Word<RuledOut>> words_for(RuledOut) {
    return ruled_outs;
}

std::string_view outcome_code(Outcome outcome) {
    return code_of(outcome);
}
std::string_view principle_code(Principle principle) {
    return code_of(principle);
}
std::string_view owner_code(Owner owner) {
    return code_of(owner);
}
std::string grade_letter(Grade grade) {
    return std::string(code_of(grade));
}
std::optional<Owner> owner_from(std::string_view code) {
    return value_of<Owner>(code);
}

std::string outcome_name(Outcome outcome) {
    switch (outcome) {
        case any:
            return tr("all recorded incidents");
        case property:
            return tr("property crime");
        case violence:
            return tr("violence");
        case robbery:
            return tr("robbery");
        case burglary:
            return tr("burglary");
        case basement:
            return tr("burglary in basements and storage rooms");
        case vehicle:
            return tr("crime against vehicles");
        case bicycle:
            return tr("bicycle theft");
        case damage:
            return tr("criminal damage and graffiti");
        case nuisance:
            return tr("disorder");
        case drugs:
            return tr("drug offences");
        case arson:
            return tr("arson");
        case traffic:
            return tr("traffic offences and illegal driving");
        case threat:
            return tr("threats and harassment");
        case felt:
            return tr("reports that a place feels unsafe");
    }
    return {};
}

std::string principle_name(Principle principle) {
    switch (principle) {
        case Principle::natural_surveillance:
            return tr("natural surveillance");
        case Principle::natural_access_control:
            return tr("natural access control");
        case Principle::territorial_reinforcement:
            return tr("territorial reinforcement");
        case Principle::maintenance:
            return tr("maintenance");
        case Principle::none:
            return tr("not a measure of the physical environment");
    }
    return {};
}

std::string owner_name(Owner owner) {
    switch (owner) {
        case Owner::building_department:
            return tr("building department");
        case Owner::social_services:
            return tr("social services");
        case Owner::school:
            return tr("school");
        case Owner::property_owner:
            return tr("property owner");
        case Owner::police:
            return tr("police");
    }
    return {};
}

std::string grade_words(Grade grade) {
    switch (grade) {
        case Grade::a:
            return tr("randomised trial or systematic review with controls");
        case Grade::b:
            return tr("good quasi-experiment");
        case Grade::c:
            return tr("before and after, survey or expert judgement");
        case Grade::none:
            return tr("no study found");
    }
    return {};
}

}  // namespace lykta::measures
