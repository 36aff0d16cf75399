// IES LM-63: keywords, lamps, and planes turned from street side 0 to C90.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "layers/photometry_text.hpp"
#include "layers/text.hpp"

namespace lykta::layers {

namespace {

constexpr int most_angles = 721;
constexpr double absolute_lumens = -1.0;  ///< lumens per lamp that mark absolute photometry

/// Keyword lines up to TILT=; the luminaire's name out of them. Files of 1986 have free text there.
struct Head {
    std::string name, tilt;
    bool has_lamp_factor = false;  ///< the number after the ballast factor is a factor (1986, 1991); later: a code
};

std::string keyword(const std::string& line, std::string_view key) {
    const auto small = lowered(line);
    if (!small.starts_with(key)) return {};
    return std::string(trimmed(std::string_view(line).substr(key.size())));
}

Head read_head(PhotometryText& text) {
    Head head;
    const auto first = plain_word(text.peek());
    const bool named = first.starts_with("ies");
    head.has_lamp_factor = !named || first == "iesna91";
    for (;;) {
        const auto line = text.line(tr("TILT=NONE after the keyword lines"));
        const auto tilt = keyword(line, "tilt=");
        if (!tilt.empty()) {
            head.tilt = lowered(tilt);
            return head;
        }
        if (const auto name = keyword(line, "[luminaire]"); !name.empty() && head.name.empty()) head.name = name;
        if (const auto number = keyword(line, "[lumcat]"); !number.empty() && head.name.empty()) head.name = number;
        if (!named && head.name.empty()) head.name = line;
    }
}

/// TILT=INCLUDE: lamp position, angles and factors stand in the file and are read over.
void read_tilt(PhotometryText& text, const Head& head, Photometry& made) {
    if (head.tilt == "none") return;
    if (head.tilt != "include") {
        text.refuse("TILT=NONE", tr("the tilt table stands in a file of its own; export the file with TILT=NONE"));
    }
    static_cast<void>(text.number_within(1, 3, tr("lamp to luminaire geometry (1–3)")));
    const int pairs = text.whole(1, most_angles, tr("the number of tilt angles"));
    for (int i = 0; i < 2 * pairs; ++i) static_cast<void>(text.number(tr("tilt angles and factors")));
    made.notes.push_back(say("{}: its table for tilted lamps is not applied", text.file()));
}

struct Counts {
    double lamps = 1, lumens = 0, factor = 1;
    int vertical = 0, horizontal = 0;
};

Counts read_counts(PhotometryText& text, const Head& head) {
    Counts counts;
    counts.lamps = text.number_within(0.0, 1000.0, tr("the number of lamps"));
    counts.lumens = text.number(tr("lumens per lamp"));
    if (!(counts.lumens > 0.0) && counts.lumens != absolute_lumens) {
        text.refuse(tr("lumens per lamp"), tr("above 0, or -1 for absolute photometry"));
    }
    counts.factor = text.number_within(0.0, 1e6, tr("the candela multiplier"));
    counts.vertical = text.whole(2, most_angles, tr("the number of vertical angles"));
    counts.horizontal = text.whole(1, most_angles, tr("the number of horizontal angles"));
    if (text.whole(1, 3, tr("the photometric type (1 is C)")) != 1) {
        text.refuse(tr("photometric type 1 (C)"), tr("types B and A are floodlight coordinates; export as type C"));
    }
    static_cast<void>(text.whole(1, 2, tr("the unit of lengths (1 feet, 2 metres)")));
    for (int i = 0; i < 3; ++i) static_cast<void>(text.number(tr("width, length and height")));
    counts.factor *= text.number_within(0.0, 100.0, tr("the ballast factor"));
    const double lamp_factor = text.number_within(0.0, 100.0, tr("the ballast-lamp factor (later: file type)"));
    if (head.has_lamp_factor) counts.factor *= lamp_factor;
    static_cast<void>(text.number(tr("the power (W)")));
    return counts;
}

/// Uplight alone begins at 90: nothing below it.
void begin_at_nadir(IntensityTable& table) {
    if (table.gamma_deg.front() == 0.0) return;
    constexpr double just_below = 1e-6;
    table.gamma_deg.insert(table.gamma_deg.begin(), {0.0, table.gamma_deg.front() - just_below});
    for (auto& row : table.cd_per_klm) row.insert(row.begin(), {0.0, 0.0});
}

/// Horizontal angles a plane stands for by mirror image: about the street-to-house plane (0–180), the plane along the
/// road (90–270), or both.
std::vector<double> images_of(double h, double first, double last) {
    const auto turned = [](double angle) { return std::fmod(angle + 720.0, 360.0); };
    std::vector<double> images{h};
    const bool about_street = first == 0.0 && (last == 90.0 || last == 180.0);
    const bool about_road = (first == 90.0 && last == 270.0) || (first == 0.0 && last == 90.0);
    if (about_street) images.push_back(turned(-h));
    if (about_road) images.push_back(turned(180.0 - h));
    if (about_street && about_road) images.push_back(turned(180.0 + h));
    return images;
}

/// All planes with C = H + 90, each once, in order.
IntensityTable turned_to_c(const IntensityTable& given) {
    const double first = given.c_deg.front(), last = given.c_deg.back();
    std::vector<std::pair<double, std::size_t>> planes;
    for (std::size_t i = 0; i < given.c_deg.size(); ++i) {
        if (given.c_deg[i] == 360.0) continue;  // the first plane again
        for (const double h : images_of(given.c_deg[i], first, last)) {
            planes.emplace_back(std::fmod(h + 90.0, 360.0), i);
        }
    }
    std::stable_sort(planes.begin(), planes.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    IntensityTable table{.c_deg = {}, .gamma_deg = given.gamma_deg, .cd_per_klm = {}};
    for (const auto& [c, plane] : planes) {
        if (!table.c_deg.empty() && c - table.c_deg.back() < 1e-9) continue;
        table.c_deg.push_back(c);
        table.cd_per_klm.push_back(given.cd_per_klm[plane]);
    }
    return table;
}

void check_horizontal(const PhotometryText& text, const std::vector<double>& angles) {
    const double first = angles.front(), last = angles.back();
    if (angles.size() == 1 && first == 0.0) return;
    const bool from_0 = first == 0.0 && (last == 90.0 || last >= 180.0);
    if (angles.size() > 1 && (from_0 || (first == 90.0 && last == 270.0))) return;
    text.refuse_file(
        say("horizontal angles go from {} to {}; type C has 0 alone, 0 to 90, 180 or 360, or 90 to 270, and "
            "the rest follows by symmetry",
            first, last));
}

IntensityTable read_table(PhotometryText& text, const Counts& counts) {
    IntensityTable given;
    given.gamma_deg = text.angles(counts.vertical, 180.0, tr("vertical angle"));
    if (given.gamma_deg.front() != 0.0 && given.gamma_deg.front() != 90.0) {
        text.refuse_file(tr("vertical angles begin at 0 degrees (down) or, for light upwards alone, at 90"));
    }
    given.c_deg = text.angles(counts.horizontal, 360.0, tr("horizontal angle"));
    check_horizontal(text, given.c_deg);
    for (const double h : given.c_deg) {
        given.cd_per_klm.push_back(text.intensities(counts.vertical, counts.factor, say("horizontal angle {}", h)));
    }
    begin_at_nadir(given);
    if (given.c_deg.size() == 1) return given;
    return turned_to_c(given);
}

}  // namespace

Photometry read_ies(std::string_view bytes, const std::string& file) {
    PhotometryText text(bytes, file, ValueLayout::words);
    Photometry made{.file = file};
    const Head head = read_head(text);
    made.name = head.name;
    read_tilt(text, head, made);
    const Counts counts = read_counts(text, head);
    made.table = read_table(text, counts);
    const bool absolute = counts.lumens == absolute_lumens;
    const double flux = absolute ? flux_of(made.table) : counts.lamps * counts.lumens;
    if (!(flux > 0.0)) text.refuse_file(tr("all intensities are 0; a luminaire without light is no luminaire"));
    for (auto& row : made.table.cd_per_klm) {
        for (double& value : row) value *= 1000.0 / flux;
    }
    made.flux = Lumens{flux};
    check_table(text, made);
    return made;
}

Photometry read_photometry(const std::string& path) {
    constexpr std::uintmax_t most_bytes = 16U << 20U;
    const std::filesystem::path given(path);
    const auto name = given.filename().string(), ending = lowered(given.extension().string());
    if (ending != ".ldt" && ending != ".ies") {
        throw Error{ErrorCode::cannot_read,
                    say("{}: not a photometric file Lykta reads; they end in .ldt (EULUMDAT) or .ies (LM-63)", name)};
    }
    std::error_code failed;
    if (std::filesystem::file_size(given, failed) > most_bytes && !failed) {
        throw Error{ErrorCode::cannot_read, say("{}: larger than 16 MiB, which no photometric file is", name)};
    }
    const auto text = read_file(given);
    auto photometry = ending == ".ldt" ? read_eulumdat(text, name) : read_ies(text, name);
    photometry.path = path;
    return photometry;
}

}  // namespace lykta::layers
