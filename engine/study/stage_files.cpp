// Opening the files of a command and agreeing on a system.
#include "study/stage_files.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/language.hpp"
#include "layers/column_names.hpp"
#include "study/toml_table.hpp"

namespace lykta::study {

namespace {

/// In metres and true to scale; Web Mercator's metres are stretched by 1/cos(latitude).
bool is_metric(const Crs& crs) {
    return !crs.is_geographic() && std::abs(crs.metres_per_unit() - 1.0) < 1e-9 && !crs.text().ends_with(":3857");
}

std::string declared_text(const sources::SourceTable& source) {
    const auto crs = Crs::from_text(source.found.declared_crs);
    return fmt::format("{}: {}", source.account.source, crs.text().size() > 40 ? crs.name() : crs.text());
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace

layers::LayerOptions stage_file(layers::LayerKind kind, const std::string& path) {
    constexpr std::string_view mark = "|layername=";
    layers::LayerOptions options;
    options.kind = kind;
    const auto at = path.find(mark);
    options.path = path.substr(0, at);
    if (at != std::string::npos) options.read.layer = path.substr(at + mark.size());
    return options;
}

StageFiles::StageFiles(std::vector<layers::LayerOptions> files, const std::string& crs) {
    for (auto& options : files) {
        auto source = sources::read_source(options.path, options.read);
        m_files.push_back({std::move(options), std::move(source)});
    }
    if (crs.empty()) return;
    const auto stated = Crs::from_text(crs);
    bool needed = m_files.size() == 1;
    std::vector<std::string> declared;
    for (auto& file : m_files) {
        const bool silent = file.source.found.declared_crs.empty();
        if (silent || m_files.size() == 1) file.options.crs = crs;
        needed = needed || silent || Crs::from_text(file.source.found.declared_crs).same_as(stated);
        if (!silent) declared.push_back(declared_text(file.source));
    }
    if (!needed)
        throw Error{ErrorCode::bad_option,
                    say("--crs {}: every file declares its own system ({}), so this one would change nothing; leave "
                        "--crs out, or mend the file whose declaration is wrong",
                        crs, fmt::join(declared, ", "))};
}

layers::Reading StageFiles::reading_of_file(std::size_t at) {
    auto& file = m_files[at];
    auto project = m_project;
    const auto& text = file.options.crs.empty() ? file.source.found.declared_crs : file.options.crs;
    if (!project && !text.empty())
        if (const auto own = Crs::from_text(text); is_metric(own)) project = own;
    auto reading = layers::reading_of(std::move(file.source), file.options, project);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file.options.path, ignored))
        reading.report.sha256 = sha256_of_file(file.options.path);
    return reading;
}

void StageFiles::settle(const layers::Reading& reading) {
    if (!m_project) m_project = reading.project;
}

Point middle_of(std::vector<Point> points, const Crs& crs) {
    std::vector<double> x, y;
    for (const Point p : points) x.push_back(p.x), y.push_back(p.y);
    return Projector(crs, Crs::from_text("OGC:CRS84"))({median(std::move(x)), median(std::move(y))});
}

void check_fields(const std::map<std::string, std::string>& columns, const std::map<std::string, double>& defaults) {
    std::set<std::string> known;
    for (const auto& entry : layers::field_names()) known.emplace(entry.field);
    const auto check = [&](const char* option, const std::string& field) {
        if (known.contains(field)) return;
        const auto near = nearest_word(field, known);
        throw Error{ErrorCode::bad_option,
                    near.empty()
                        ? say("{} {}: there is no such field; known: {}", option, field, fmt::join(known, ", "))
                        : say("{} {}: there is no such field; did you mean '{}'?", option, field, near)};
    };
    for (const auto& [field, column] : columns) check("--column", field);
    for (const auto& [field, value] : defaults) check("--default", field);
}

}  // namespace lykta::study
