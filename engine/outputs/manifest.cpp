// run.json: what was asked, what was read and what was written, so that anyone can do it again and see that it is the
// same.
#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "core/hash.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using Json = nlohmann::ordered_json;

std::string safe(const std::string& text) {
    return mask_personal_numbers(clean_utf8(text));
}

Json issue_json(const Issue& issue) {
    return {{"code", issue.code},
            {"severity", issue.severity == Severity::warning ? "warning" : "note"},
            {"message", safe(issue.message)},
            {"count", issue.count},
            {"rows", issue.rows}};
}

Json issues_json(const Issues& issues) {
    Json list = Json::array();
    for (const auto& issue : issues) list.push_back(issue_json(issue));
    return list;
}

Json source_json(const layers::SourceReport& source) {
    Json set_aside = Json::object();
    for (const auto& group : count_by_reason(source.account))
        set_aside[std::string(reason_code(group.reason))] = group.rows.size();
    Json notes = Json::array();
    for (const auto& note : source.notes) notes.push_back(safe(note));
    return {{"layer", layers::layer_name(source.kind)},
            {"path", source.path},
            {"sha256", source.sha256},
            {"format", source.found.format},
            {"encoding", source.found.encoding},
            {"crs", source.crs},
            {"rows_read", source.account.rows_read},
            {"rows_used", source.account.rows_used},
            {"rows_set_aside", source.account.set_aside.size()},
            {"set_aside_by_reason", set_aside},
            {"notes", notes},
            {"issues", issues_json(source.account.issues)}};
}

Json options_json(const RunResult& result) {
    Json options = Json::array();
    for (const auto& o : result.options)
        options.push_back({{"key", o.key}, {"value", o.value}, {"unit", o.unit}, {"default", o.is_default}});
    return options;
}

Json absent_json(const RunResult& result) {
    Json absent = Json::array();
    for (const auto& a : result.absent_terms)
        absent.push_back({{"term", places::term_code(a.term)}, {"sentence", a.sentence}});
    return absent;
}

Json outputs_json(const std::filesystem::path& folder, const std::vector<std::string>& outputs) {
    Json list = Json::array();
    for (const auto& name : outputs)
        list.push_back({{"name", name},
                        {"sha256", sha256_of_file(folder / name)},
                        {"bytes", std::filesystem::file_size(folder / name)}});
    return list;
}

}  // namespace

void write_manifest(const RunResult& result, const std::filesystem::path& folder,
                    const std::vector<std::string>& outputs) {
    Json inputs = Json::array();
    for (const auto& source : result.sources) inputs.push_back(source_json(source));
    const Json manifest = {
        {"lykta", result.version},
        {"command", result.command},
        {"created", result.created_utc},
        {"study", {{"name", result.study_name}, {"file", result.study_file}}},
        {"crs", result.crs.text()},
        {"timezone", result.timezone},
        {"period", {{"from", iso_date(result.period.first_day)}, {"to", iso_date(result.period.last_day)}}},
        {"language", result.language == Language::swedish ? "sv" : "en"},
        {"seed", result.seed},
        {"public_level", result.public_level},
        {"privacy_k", result.privacy_k},
        {"options", options_json(result)},
        {"inputs", inputs},
        {"findings", issues_json(result.findings)},
        {"absent_terms", absent_json(result)},
        {"refusal", result.refusal ? Json(*result.refusal) : Json(nullptr)},
        {"places", result.places.size()},
        {"outputs", outputs_json(folder, outputs)}};
    write_file_whole(folder / "run.json", manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace lykta::outputs
