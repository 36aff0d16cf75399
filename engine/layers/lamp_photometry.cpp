// The photometric files a lamp register names.
#include "layers/lamp_photometry.hpp"

#include <algorithm>
#include <filesystem>

#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/photometry.hpp"

namespace lykta::layers {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t names_said = 20;  ///< a register of nothing but missing files is said, not recited

/// Without folders, from either kind of system: "C:\ljus\a.ldt" → "a.ldt".
std::string last_part(std::string_view cell) {
    const auto cut = cell.find_last_of("/\\");
    return lowered(trimmed(cut == std::string_view::npos ? cell : cell.substr(cut + 1)));
}

}  // namespace

PhotometryShelf::PhotometryShelf(const LayerOptions& options) {
    list_folder(options.photometry_folder.empty() ? fs::path(options.path).parent_path().string()
                                                  : options.photometry_folder);
    if (options.photometry.empty()) return;
    m_read.push_back(read_photometry(options.photometry));
    m_default = 0;
}

void PhotometryShelf::list_folder(const std::string& folder) {
    std::error_code failed;
    std::vector<fs::path> files;
    for (fs::directory_iterator at(folder.empty() ? "." : folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        const auto ending = lowered(at->path().extension().string());
        if (ending == ".ldt" || ending == ".ies") files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());  // names that differ in case alone: the first in order, always
    for (const auto& path : files) m_paths.emplace(lowered(path.filename().string()), path.string());
}

PhotometryShelf::Named PhotometryShelf::look_up(const std::string& name) {
    for (const char* ending : {"", ".ldt", ".ies"}) {
        const auto found = m_paths.find(name + ending);
        if (found == m_paths.end()) continue;
        try {
            m_read.push_back(read_photometry(found->second));
            return {.index = static_cast<std::uint32_t>(m_read.size() - 1), .trouble = {}};
        } catch (const Error& error) {
            return {.index = {}, .trouble = error.what()};
        }
    }
    return {};
}

std::optional<std::uint32_t> PhotometryShelf::find(std::string_view cell) {
    const auto name = last_part(cell);
    if (name.empty()) return m_default;
    auto found = m_named.find(name);
    if (found == m_named.end()) found = m_named.emplace(name, look_up(name)).first;
    ++found->second.lamps;
    return found->second.index ? found->second.index : m_default;
}

void PhotometryShelf::report(Reading& reading) const {
    auto& issues = reading.report.account.issues;
    for (const auto& photometry : m_read) {
        for (const auto& note : photometry.notes) issues.push_back({"photometry_note", Severity::warning, note, 0, {}});
    }
    const auto instead = m_default ? m_read[*m_default].file : std::string(tr("a round distribution (Lambertian)"));
    std::size_t said = 0;
    for (const auto& [name, named] : m_named) {
        if (named.index) continue;
        if (++said > names_said) break;
        const auto message = named.trouble.empty()
                                 ? say("{}: the photometric file {} is named for {} lamps and not found; {} is taken",
                                       reading.file(), shown(name), named.lamps, instead)
                                 : say("{}: a photometric file named for {} lamps cannot be used, {} is taken: {}",
                                       reading.file(), named.lamps, instead, named.trouble);
        issues.push_back({named.trouble.empty() ? "photometry_missing" : "photometry_broken",
                          Severity::warning,
                          message,
                          named.lamps,
                          {}});
    }
    const auto missing = static_cast<std::size_t>(
        std::count_if(m_named.begin(), m_named.end(), [](const auto& entry) { return !entry.second.index; }));
    if (missing <= names_said) return;
    issues.push_back(
        {"photometry_missing",
         Severity::warning,
         say("{}: {} more photometric files are not found or cannot be used", reading.file(), missing - names_said),
         static_cast<std::int64_t>(missing - names_said),
         {}});
}

}  // namespace lykta::layers
