// EULUMDAT: what stands on which line, and the planes its symmetry stands for.
#include <array>
#include <cmath>

#include "core/language.hpp"
#include "layers/photometry_text.hpp"

namespace lykta::layers {

namespace {

constexpr int most_angles = 721;  // every half degree of C or quarter degree of gamma; beyond that a line has slipped

/// Isym of the format.
enum class Symmetry { none = 0, round = 1, c0_c180 = 2, c90_c270 = 3, both = 4 };

struct Head {
    std::string name;
    Symmetry symmetry = Symmetry::none;
    int planes = 0, angles = 0;
    double factor = 1.0;
    std::optional<Lumens> flux;
};

void skip_lines(PhotometryText& text, int count, const char* what) {
    for (int i = 0; i < count; ++i) static_cast<void>(text.line(what));
}

void skip_numbers(PhotometryText& text, std::initializer_list<const char*> names) {
    for (const char* name : names) static_cast<void>(text.number(name));
}

/// Lines 26 and 26a–f: sets of lamps, of which the first counts. A negative number of lamps marks absolute photometry:
/// the flux is then the luminaire's.
void read_lamps(PhotometryText& text, Head& head) {
    const int sets = text.whole(0, 20, tr("the number of sets of lamps"));
    for (int set = 0; set < sets; ++set) {
        static_cast<void>(text.number(tr("the number of lamps of a set")));
        static_cast<void>(text.line(tr("the type of lamps")));
        const double flux = text.number_within(0.0, 1e8, tr("the luminous flux of the lamps (lm)"));
        if (set == 0 && flux > 0.0) head.flux = Lumens{flux};
        skip_lines(text, 2, tr("colour appearance and colour rendering of the lamps"));
        static_cast<void>(text.line(tr("the power of the lamps (W)")));
    }
}

Head read_head(PhotometryText& text, Photometry& made) {
    Head head;
    static_cast<void>(text.line(tr("the company")));
    static_cast<void>(text.whole(0, 4, tr("the type indicator (0–3)")));
    head.symmetry = static_cast<Symmetry>(text.whole(0, 4, tr("the symmetry indicator (0–4)")));
    head.planes = text.whole(1, most_angles, tr("the number of C planes"));
    static_cast<void>(text.number_within(0.0, 360.0, tr("the distance between C planes (degrees, 0 if uneven)")));
    head.angles = text.whole(2, most_angles, tr("the number of gamma angles"));
    static_cast<void>(text.number_within(0.0, 180.0, tr("the distance between gamma angles (degrees, 0 if uneven)")));
    static_cast<void>(text.line(tr("the measurement report")));
    head.name = text.line(tr("the luminaire's name"));
    skip_lines(text, 3, tr("luminaire number, file name and date"));
    skip_lines(text, 9, tr("sizes of the luminaire (mm)"));
    skip_numbers(text, {tr("the downward flux fraction (%)"), tr("the light output ratio (%)")});
    head.factor = text.number_within(0.0, 1e6, tr("the conversion factor of the intensities"));
    if (head.factor == 0.0) head.factor = 1.0;  // some programs leave it 0 for "none"
    const double tilt = text.number_within(-180.0, 180.0, tr("the tilt while measured (degrees)"));
    if (tilt != 0.0) {
        made.notes.push_back(say("{}: measured with a tilt of {} degrees, which is not taken back", text.file(), tilt));
    }
    read_lamps(text, head);
    for (int i = 1; i <= 10; ++i) static_cast<void>(text.number(say("direct ratio {} of 10", i)));
    return head;
}

/// The planes whose intensities stand in the file: index of the first, how many (Mc1 and Mc2 of the format).
struct Given {
    int first = 0, count = 0;
};
Given given_planes(const PhotometryText& text, const Head& head) {
    const int all = head.planes;
    const auto needs = [&](int parts) {
        if (all % parts == 0) return;
        text.refuse_file(say("{} C planes cannot have symmetry {}: their number must be a multiple of {}", all,
                             static_cast<int>(head.symmetry), parts));
    };
    switch (head.symmetry) {
        case Symmetry::none:
            return {0, all};
        case Symmetry::round:
            return {0, 1};
        case Symmetry::c0_c180:
            needs(2);
            return {0, all / 2 + 1};
        case Symmetry::c90_c270:
            needs(4);
            return {3 * all / 4, all / 2 + 1};
        case Symmetry::both:
            needs(4);
            return {0, all / 4 + 1};
    }
    return {};
}

double turned(double c_deg) {
    const double c = std::fmod(c_deg, 360.0);
    return c < 0.0 ? c + 360.0 : c;
}

/// Directions a plane shares its intensities with; the first is itself.
std::array<double, 4> images_of(double c, Symmetry symmetry) {
    switch (symmetry) {
        case Symmetry::c0_c180:
            return {c, turned(-c), c, c};
        case Symmetry::c90_c270:
            return {c, turned(180.0 - c), c, c};
        case Symmetry::both:
            return {c, turned(-c), turned(180.0 - c), turned(180.0 + c)};
        default:
            return {c, c, c, c};
    }
}

/// The given plane that stands for the direction C.
const std::vector<double>& plane_for(double c, const PhotometryText& text, const Head& head,
                                     const IntensityTable& given) {
    for (const double image : images_of(c, head.symmetry)) {
        for (std::size_t i = 0; i < given.c_deg.size(); ++i) {
            const double apart = std::abs(turned(given.c_deg[i]) - image);
            if (std::min(apart, 360.0 - apart) < 1e-6) return given.cd_per_klm[i];
        }
    }
    text.refuse_file(
        say("plane C{} has no mirror image among the planes given, as symmetry {} needs; check the C "
            "angles or take a file without symmetry",
            c, static_cast<int>(head.symmetry)));
}

IntensityTable read_table(PhotometryText& text, const Head& head) {
    IntensityTable table, given;
    const Given which = given_planes(text, head);
    table.c_deg = text.angles(head.planes, 360.0, tr("C plane"));
    table.gamma_deg = text.angles(head.angles, 180.0, tr("gamma angle"));
    if (table.gamma_deg.front() != 0.0) text.refuse_file(tr("gamma angles begin at 0 degrees, straight down"));
    for (int i = 0; i < which.count; ++i) {
        const double c = table.c_deg[static_cast<std::size_t>((which.first + i) % head.planes)];
        given.c_deg.push_back(c);
        given.cd_per_klm.push_back(text.intensities(head.angles, head.factor, say("plane C{}", c)));
    }
    if (head.symmetry == Symmetry::round) {
        table.c_deg = {0.0};
        table.cd_per_klm = std::move(given.cd_per_klm);
        return table;
    }
    for (const double c : table.c_deg) table.cd_per_klm.push_back(plane_for(c, text, head, given));
    return table;
}

}  // namespace

Photometry read_eulumdat(std::string_view bytes, const std::string& file) {
    PhotometryText text(bytes, file, ValueLayout::one_a_line);
    Photometry made{.file = file};
    const Head head = read_head(text, made);
    made.name = head.name;
    made.flux = head.flux;
    made.table = read_table(text, head);
    check_table(text, made);
    return made;
}

}  // namespace lykta::layers
