// The words themselves. Every text passes through tr as a literal so that it is found for translation.
#include "outputs/words.hpp"

#include "core/language.hpp"

namespace lykta::outputs {

using layers::LampState;
using layers::LayerKind;
using places::Felt;
using places::MainReason;
using places::Term;

std::string term_name(Term term) {
    switch (term) {
        case Term::incident_rate:
            return tr("Incident rate");
        case Term::light_deficit:
            return tr("Light deficit in the dark");
        case Term::obstruction:
            return tr("Obstructed sight");
        case Term::inspection_defects:
            return tr("Building defects");
    }
    return {};
}

std::string term_meaning(Term term) {
    switch (term) {
        case Term::incident_rate:
            return tr(
                "Recorded incidents per hectare and year, weighted by harm and recency and drawn towards the mean of "
                "the ranked places as far as the counts are uncertain (empirical Bayes).");
        case Term::light_deficit:
            return tr(
                "How far the light on paths falls short of its lighting class, times the share of incidents that "
                "happened in the dark.");
        case Term::obstruction:
            return tr(
                "Share of path, where the incidents happened, with plants over 0.8 m within 5 m, or where a plant "
                "hides "
                "somebody who comes until they are under 25 m away, whichever is larger.");
        case Term::inspection_defects:
            return tr("Weighted share of inspected building items that failed.");
    }
    return {};
}

char term_letter(Term term) {
    return static_cast<char>('A' + static_cast<int>(term));
}

const char* term_colour(Term term) {
    switch (term) {
        case Term::incident_rate:
            return "#2b5c8a";
        case Term::light_deficit:
            return "#e0a526";
        case Term::obstruction:
            return "#5d9a63";
        case Term::inspection_defects:
            return "#a5678e";
    }
    return "#888888";
}

std::string unit_name(std::string_view unit) {
    if (unit == "incidents/ha/year") return tr("incidents per hectare and year");
    if (unit == "share") return tr("share");
    if (unit == "weighted incidents/ha/year") return tr("weighted incidents per hectare and year");
    if (unit == "share below class × dark share") return tr("share below class × dark share");
    if (unit == "share of path beside plants") return tr("share of path beside plants");
    if (unit == "share of weight failed") return tr("share of weight failed");
    if (unit == "m/m") return tr("metres per metre of path");
    if (unit == "points") return tr("points");
    if (unit == "days") return tr("days");
    if (unit == "incidents") return tr("incidents");
    return std::string(unit);
}

std::string reason_words(MainReason reason) {
    switch (reason) {
        case MainReason::none_found:
            return tr("no physical reason found");
        case MainReason::darkness:
            return tr("darkness");
        case MainReason::vegetation:
            return tr("vegetation that hides");
        case MainReason::building_defects:
            return tr("building defects");
    }
    return {};
}

std::string reason_sentence(MainReason reason) {
    switch (reason) {
        case MainReason::none_found:
            return tr(
                "No physical reason was found in the layers given: light, vegetation and buildings here are like "
                "elsewhere, or not known. The place is listed for its recorded incidents.");
        case MainReason::darkness:
            return tr(
                "Many incidents happened in the dark and the light here is below its class: lighting is the first "
                "thing to look at on site.");
        case MainReason::vegetation:
            return tr("Tall plants stand close to the paths: sight lines are the first thing to look at on site.");
        case MainReason::building_defects:
            return tr(
                "Inspections of the buildings found defects: doors, locks and common spaces are the first thing to "
                "look at.");
    }
    return {};
}

std::string felt_words(Felt felt) {
    switch (felt) {
        case Felt::unknown:
            return tr("no survey answers");
        case Felt::agree:
            return tr("felt and recorded safety agree");
        case Felt::more_felt:
            return tr("felt more unsafe than recorded");
        case Felt::less_felt:
            return tr("felt less unsafe than recorded");
    }
    return {};
}

std::string_view felt_code(Felt felt) {
    switch (felt) {
        case Felt::unknown:
            return "unknown";
        case Felt::agree:
            return "agree";
        case Felt::more_felt:
            return "more_felt";
        case Felt::less_felt:
            return "less_felt";
    }
    return "unknown";
}

std::string_view dark_verdict_code(conditions::DarkVerdict verdict) {
    switch (verdict) {
        case conditions::DarkVerdict::unknown:
            return "";
        case conditions::DarkVerdict::as_city:
            return "as_city";
        case conditions::DarkVerdict::more:
            return "more";
        case conditions::DarkVerdict::less:
            return "less";
    }
    return "";
}

std::string light_cause_words(conditions::LightCause cause) {
    switch (cause) {
        case conditions::LightCause::none:
            return tr("reaches its class");
        case conditions::LightCause::outage:
            return tr("a lamp is out");
        case conditions::LightCause::shaded:
            return tr("plants shade the light");
        case conditions::LightCause::missing:
            return tr("a lamp is missing");
        case conditions::LightCause::weak:
            return tr("the lamps are too weak");
    }
    return "";
}

std::string flag_words(const std::string& code) {
    if (code == "pile")
        return tr(
            "More than half of the incidents lie on one single point: it may be where reports are registered, not "
            "where things happened.");
    if (code == "few") return tr("Few incidents: the interval includes the city's mean, so the place may be ordinary.");
    if (code == "hours_unknown") return tr("Most incidents lack an hour: the dark share is uncertain.");
    return code;
}

std::string layer_words(LayerKind kind) {
    switch (kind) {
        case LayerKind::incidents:
            return tr("Incidents");
        case LayerKind::lighting:
            return tr("Lighting");
        case LayerKind::vegetation:
            return tr("Vegetation");
        case LayerKind::inspections:
            return tr("Building inspections");
        case LayerKind::streets:
            return tr("Streets and paths");
        case LayerKind::buildings:
            return tr("Buildings");
        case LayerKind::areas:
            return tr("Areas");
        case LayerKind::survey:
            return tr("Safety survey");
        case LayerKind::cameras:
            return tr("Cameras");
        case LayerKind::entrances:
            return tr("Entrances");
        case LayerKind::window:
            return tr("Study boundary");
        case LayerKind::population:
            return tr("Population");
    }
    return {};
}

std::string set_aside_words(Reason reason) {
    switch (reason) {
        case Reason::no_coordinates:
            return tr("no coordinates");
        case Reason::coordinates_zero:
            return tr("coordinates are 0, 0");
        case Reason::not_a_number:
            return tr("a coordinate is not a number");
        case Reason::axes_swapped:
            return tr("x and y are swapped");
        case Reason::outside_crs:
            return tr("does not fit the stated coordinate system");
        case Reason::out_of_range:
            return tr("beyond any place on earth");
        case Reason::rounded_coordinates:
            return tr("coordinates have lost digits");
        case Reason::outside_window:
            return tr("outside the study boundary");
        case Reason::no_geometry:
            return tr("no geometry");
        case Reason::wrong_geometry:
            return tr("wrong kind of geometry");
        case Reason::invalid_geometry:
            return tr("invalid geometry");
        case Reason::zero_area:
            return tr("polygon without area");
        case Reason::field_count:
            return tr("too many or too few fields");
        case Reason::truncated_row:
            return tr("the file ends inside the row");
        case Reason::bad_bytes:
            return tr("unreadable bytes");
        case Reason::total_row:
            return tr("a total, not a record");
        case Reason::outside_period:
            return tr("outside the period");
        case Reason::excluded_by_study:
            return tr("excluded by the study");
        case Reason::duplicate:
            return tr("exact repeat");
        case Reason::missing_value:
            return tr("a needed value is missing");
        case Reason::bad_value:
            return tr("an impossible value");
    }
    return {};
}

std::string lamp_state_words(LampState state) {
    switch (state) {
        case LampState::unknown:
            return tr("state unknown");
        case LampState::working:
            return tr("working");
        case LampState::out:
            return tr("out");
    }
    return {};
}

std::string_view lamp_state_code(LampState state) {
    switch (state) {
        case LampState::unknown:
            return "unknown";
        case LampState::working:
            return "working";
        case LampState::out:
            return "out";
    }
    return "unknown";
}

}  // namespace lykta::outputs
