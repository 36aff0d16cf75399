// Sight of a stretch as a class, and what it is called and coloured.
#include "outputs/sight_class.hpp"

#include "core/language.hpp"

namespace lykta::outputs {

SightClass sight_class(const conditions::SightStretch& stretch) {
    const double quarter = 0.25 * (stretch.to_m - stretch.from_m);
    if (stretch.under_10_m > quarter) return SightClass::under_10;
    return stretch.under_25_m > quarter ? SightClass::under_25 : SightClass::open;
}

std::string_view sight_class_code(SightClass which) {
    return which == SightClass::under_10 ? "under_10" : which == SightClass::under_25 ? "under_25" : "open";
}

std::string sight_class_words(SightClass which) {
    switch (which) {
        case SightClass::under_10:
            return tr("a person is first seen nearer than 10 m");
        case SightClass::under_25:
            return tr("a person is first seen nearer than 25 m");
        case SightClass::open:
            break;
    }
    return tr("open");
}

const char* sight_class_colour(SightClass which) {
    return which == SightClass::under_10 ? "#b2182b" : which == SightClass::under_25 ? "#f4a259" : "#8d99a6";
}

}  // namespace lykta::outputs
