// A whole run to a folder: everything is staged beside it and moved into place together, the manifest last.
#include "outputs/write_run.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/error.hpp"
#include "core/file.hpp"
#include "outputs/action_plan.hpp"
#include "outputs/camera_record.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/privacy.hpp"
#include "outputs/run_pictures.hpp"
#include "outputs/shown_command.hpp"

namespace lykta::outputs {
namespace {

std::map<std::string, std::string> provenance(const RunResult& result, const std::string& unit) {
    std::string sources;
    for (const auto& source : result.sources)
        sources += (sources.empty() ? "" : "; ") + source.account.source + " sha256:" + source.sha256;
    return {{"LYKTA_VERSION", result.version},
            {"LYKTA_COMMAND", shown_command(result.command)},
            {"LYKTA_STUDY", result.study_name},
            {"LYKTA_PERIOD", iso_date(result.period.first_day) + "/" + iso_date(result.period.last_day)},
            {"LYKTA_SOURCES", sources},
            {"LYKTA_UNIT", unit}};
}

std::vector<std::string> write_rasters(const RunResult& result, const std::filesystem::path& folder) {
    std::vector<std::string> files;
    if (!result.intensity.values.empty()) {
        const std::string unit = "incidents/ha/year";
        write_geotiff(shown_intensity(result), result.crs,
                      {"intensity", unit, tr("Kernel-smoothed recorded incidents per hectare and year"),
                       provenance(result, unit)},
                      folder / "intensity.tif");
        files.push_back("intensity.tif");
    }
    if (result.illuminance && !result.illuminance->values.empty()) {
        write_geotiff(*result.illuminance, result.crs,
                      {"illuminance", "lx", tr("Horizontal illuminance at ground level from the lamps known"),
                       provenance(result, "lx")},
                      folder / "illuminance.tif");
        files.push_back("illuminance.tif");
    }
    return files;
}

/// One file per source with rows set aside; sources of one name get a number. Raw rows never leave at the public level.
std::vector<std::string> write_all_rejects(const RunResult& result, const std::filesystem::path& folder) {
    std::vector<std::string> files;
    std::set<std::string> taken;
    if (result.public_level) return files;
    for (const auto& source : result.sources) {
        if (source.account.set_aside.empty()) continue;
        const std::string stem = safe_file_name(std::filesystem::path(source.account.source).stem().string());
        std::string name = stem;
        for (int i = 2; !taken.insert(name).second; ++i) name = fmt::format("{}-{}", stem, i);
        std::filesystem::create_directories(folder / "rejects");
        files.push_back("rejects/" + name + ".csv");
        write_rejects(source, folder / files.back());
    }
    return files;
}

/// The action plan, the work list and the camera records; nothing where no measures were asked for.
std::vector<std::string> write_measure_files(const RunResult& result, const std::filesystem::path& folder) {
    std::vector<std::string> files;
    if (!result.measures) return files;
    files.push_back("atgardsplan.csv");
    write_action_plan(result, folder / files.back());
    if (has_work_list(result)) {
        files.push_back("arbetslista.csv");
        write_work_list(result, folder / files.back());
    }
    for (const auto& cameras : recorded_cameras(result)) {
        files.push_back(camera_record_name(result, cameras.place));
        write_camera_record(result, cameras, folder / files.back());
    }
    return files;
}

std::vector<std::string> write_all(const RunResult& result, const RunPictures& pictures,
                                   const std::filesystem::path& folder) {
    std::vector<std::string> files = {"lykta.gpkg", "places.csv", "places.geojson"};
    write_geopackage(result, folder / files[0]);
    write_places_csv(result, folder / files[1]);
    write_places_geojson(result, folder / files[2]);
    for (auto& file : write_rasters(result, folder)) files.push_back(std::move(file));
    write_report(result, pictures, folder / "report.html");
    files.push_back("report.html");
    for (auto& file : write_measure_files(result, folder)) files.push_back(std::move(file));
    for (auto& file : write_all_rejects(result, folder)) files.push_back(std::move(file));
    write_manifest(result, folder, files);
    files.push_back("run.json");
    return files;
}

/// The files an earlier run left in the folder, as its manifest lists them; none when there is no readable manifest.
std::vector<std::string> files_of_earlier_run(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    std::error_code unreadable;
    if (!std::filesystem::is_regular_file(folder / "run.json", unreadable)) return files;
    const auto manifest = nlohmann::json::parse(read_file(folder / "run.json"), nullptr, false);
    if (!manifest.is_object() || !manifest.contains("outputs") || !manifest["outputs"].is_array()) return files;
    for (const auto& output : manifest["outputs"])
        if (output.is_object() && output.contains("name") && output["name"].is_string())
            files.push_back(output["name"]);
    return files;
}

/// Takes away what the earlier run wrote and this one did not: internal rejects must not lie beside a public result.
void remove_stale(const std::filesystem::path& folder, const std::vector<std::string>& earlier,
                  const std::vector<std::string>& now) {
    for (const auto& name : earlier) {
        const auto path = std::filesystem::path(name).lexically_normal();
        const bool leaves_folder = path.is_absolute() || path.begin() == path.end() || *path.begin() == "..";
        if (leaves_folder || std::find(now.begin(), now.end(), name) != now.end()) continue;
        std::error_code ignored;
        std::filesystem::remove(folder / path, ignored);
        if (path.has_parent_path()) std::filesystem::remove(folder / path.parent_path(), ignored);  // only when empty
    }
}

}  // namespace

std::vector<std::string> write_run(const RunResult& result, const std::filesystem::path& folder) {
    return write_run(result, RunPictures{}, folder);
}

std::vector<std::string> write_run(const RunResult& result, const RunPictures& pictures,
                                   const std::filesystem::path& folder) {
    OutputFolder output(folder);
    try {
        const auto earlier = files_of_earlier_run(folder);
        auto files = write_all(result, pictures, output.staging());
        if (result.public_level) std::filesystem::remove_all(folder / "rejects");  // raw rows of any earlier run
        output.commit("run.json");
        remove_stale(folder, earlier, files);
        return files;
    } catch (const std::filesystem::filesystem_error& error) {
        throw Error(ErrorCode::cannot_write,
                    say("{}: could not be written: {}", folder.string(), error.code().message()));
    }
}

}  // namespace lykta::outputs
