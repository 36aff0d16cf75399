#include "study/verify.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/hash.hpp"
#include "core/language.hpp"
#include "outputs/write_run.hpp"
#include "study/measure_table.hpp"
#include "study/plan_measures.hpp"
#include "study/study_file.hpp"

namespace lykta::study {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// A folder that is removed again.
struct Scratch {
    fs::path path = fs::temp_directory_path() / fmt::format("lykta-verify-{}", ::getpid());
    Scratch() { fs::create_directories(path); }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

Json read_manifest(const std::string& path) {
    const auto manifest = Json::parse(read_file(path), nullptr, false);
    if (manifest.is_discarded() || !manifest.contains("outputs") || !manifest.contains("study"))
        throw Error{ErrorCode::cannot_read,
                    say("{}: is not a manifest of Lykta; give the run.json of a finished run", path)};
    return manifest;
}

/// The study file: as the manifest names it, from here or from the manifest's folder.
fs::path study_path(const Json& manifest, const fs::path& manifest_path) {
    const fs::path named = manifest.at("study").at("file").get<std::string>();
    for (const auto& candidate : {named, manifest_path.parent_path() / named})
        if (fs::exists(candidate)) return candidate;
    throw Error{ErrorCode::cannot_read,
                say("{}: the study file {} is not there; run verify from the folder the run was made in",
                    manifest_path.string(), named.string())};
}

FileVerdict compare(const std::string& name, const fs::path& file, const std::string& sha256, Comparison missing,
                    Comparison changed) {
    if (!fs::exists(file)) return {name, missing};
    return {name, sha256_of_file(file) == sha256 ? Comparison::same : changed};
}

std::vector<FileVerdict> compare_inputs(const Json& manifest, const fs::path& study_folder) {
    std::vector<FileVerdict> verdicts;
    for (const auto& input : manifest.at("inputs")) {
        const auto path = input.at("path").get<std::string>(), sha256 = input.at("sha256").get<std::string>();
        if (sha256.empty()) continue;  // a service, not a file
        verdicts.push_back(
            compare(path, study_folder / path, sha256, Comparison::input_missing, Comparison::input_changed));
    }
    return verdicts;
}

/// The day of a moment such as 2024-12-31T08:00:00Z, as days since 1970-01-01; none when it has another form.
std::optional<std::int64_t> day_of(const std::string& moment) {
    int year = 0, month = 0, day = 0;
    if (std::sscanf(moment.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return std::nullopt;
    return days_from_civil(year, month, day);
}

/// How the run is made once more.
struct Again {
    fs::path study_file, folder;
    const Progress& progress;
    const DrawPictures& pictures;
};

void run_again(const Json& manifest, const Again& again) {
    set_language(language_from_text(manifest.at("language").get<std::string>()));
    auto study = read_study(again.study_file.string());
    study.today = day_of(manifest.at("created").get<std::string>());
    for (const auto& option : manifest.at("options"))
        apply_measure_option(option.at("key").get<std::string>(), option.at("value").get<std::string>(),
                             study.measures);
    const auto run = run_study(study, again.progress);
    if (study.measures.asked) plan_measures(study, *run, again.progress);
    run->result.study_file = manifest.at("study").at("file").get<std::string>();
    run->result.command = manifest.at("command").get<std::string>();
    run->result.created_utc = manifest.at("created").get<std::string>();
    outputs::write_run(run->result, again.pictures ? again.pictures(*run) : outputs::RunPictures{}, again.folder);
}

}  // namespace

bool Verdict::all_same() const {
    const auto same = [](const FileVerdict& v) { return v.verdict == Comparison::same; };
    return std::all_of(inputs.begin(), inputs.end(), same) && std::all_of(outputs.begin(), outputs.end(), same);
}

Verdict verify_run(const std::string& manifest_path, const Progress& progress, const DrawPictures& pictures) {
    const auto manifest = read_manifest(manifest_path);
    const auto study_file = study_path(manifest, manifest_path);
    Verdict verdict{.inputs = compare_inputs(manifest, study_file.parent_path())};
    const auto folder = fs::path{manifest_path}.parent_path();
    const Scratch scratch;
    const auto speaking = language();
    run_again(manifest, {study_file, scratch.path / "run", progress, pictures});
    set_language(speaking);
    for (const auto& output : manifest.at("outputs")) {
        const auto name = output.at("name").get<std::string>(), sha256 = output.at("sha256").get<std::string>();
        auto here = compare(name, folder / name, sha256, Comparison::output_missing, Comparison::output_changed);
        const auto again =
            compare(name, scratch.path / "run" / name, sha256, Comparison::result_differs, Comparison::result_differs);
        verdict.outputs.push_back(here.verdict == Comparison::same ? again : here);
    }
    return verdict;
}

}  // namespace lykta::study
