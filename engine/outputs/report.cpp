// report.html: one page that needs nothing but itself. Scripts run only when their SHA-256 is the one written here, so
// that no text of a file can ever become a script.
#include <array>

#include "core/file.hpp"
#include "core/hash.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/run_pictures.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::embedded {
extern const std::string_view leaflet_js, leaflet_css, leaflet_licence, report_js, report_css, measures_js, measures_css;
}

namespace lykta::outputs {
namespace {

std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 6) {  // three bytes, four letters
        unsigned bits = 0;
        for (std::size_t k = 0; k < 6; ++k) bits = bits * 16 + (i + k < hex.size() ? nibble(hex[i + k]) : 0);
        const std::size_t bytes = std::min<std::size_t>(3, (hex.size() - i) / 2);
        for (std::size_t k = 0; k < 4; ++k) out += k <= bytes ? alphabet[(bits >> (18 - 6 * k)) & 63U] : '=';
    }
    return out;
}

/// Leaflet as Debian ships it, less what points outside the page.
std::string leaflet_script() {
    std::string script(embedded::leaflet_js);
    script = replaced(std::move(script), "https://leafletjs.com", "#");
    if (const auto at = script.find("//# sourceMappingURL="); at != std::string::npos) script.resize(at);
    return "/*! Leaflet\n" + replaced(std::string(embedded::leaflet_licence), "*/", "* /") + "*/\n" + script;
}

/// Leaflet's style without what points to other files: pictures of controls this page does not use, and its source map.
std::string leaflet_style() {
    std::string style(embedded::leaflet_css);
    for (const char* start : {"background-image:url(", "behavior:url("})
        for (auto at = style.find(start); at != std::string::npos; at = style.find(start, at))
            style.erase(at, style.find(')', at) + 1 - at);
    if (const auto at = style.find("/*# sourceMappingURL="); at != std::string::npos) style.resize(at);
    return style;
}

std::string script_element(const std::string& script) {
    return "<script>" + script + "</script>\n";
}

std::string head(const RunResult& result, const std::vector<std::string>& scripts) {
    std::string allowed;
    for (const auto& script : scripts) allowed += " 'sha256-" + base64_of_hex(sha256_of(script)) + "'";
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(result.language == Language::swedish ? "sv" : "en") +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
           "'unsafe-inline'; script-src" +
           allowed + "\">\n<meta name=\"generator\" content=\"Lykta " + html_text(result.version) + "\">\n<title>" +
           html_text(result.study_name) + " – Lykta</title>\n<style>" + leaflet_style() + "\n" +
           std::string(embedded::report_css) + std::string(result.measures ? embedded::measures_css : "") + "</style>\n</head>\n";
}

std::string navigation(const RunResult& result, bool has_night) {
    std::string out;
    const auto link = [&](const char* anchor, const std::string& text) {
        out += fmt::format("<a href=\"#{}\">{}</a>", anchor, html_text(text));
    };
    link("summary", tr("Summary"));
    link("map", tr("Map"));
    if (!result.places.empty()) link("ranking", tr("Ranked places"));
    if (!result.places.empty()) link("places", tr("One by one"));
    if (result.measures) link("measures", tr("Measures"));
    if (has_night) link("night", tr("In the dark"));
    link("method", tr("Method and limits"));
    link("data", tr("Data"));
    return "<nav aria-label=\"" + html_text(tr("Contents")) + "\">" + out + "</nav>\n";
}

}  // namespace

void write_report(const RunResult& result, const std::filesystem::path& path) {
    write_report(result, RunPictures{}, path);
}

void write_report(const RunResult& result, const RunPictures& pictures, const std::filesystem::path& path) {
    const auto night = report_night(result, pictures);
    std::vector<std::string> scripts = {leaflet_script(), std::string(embedded::report_js)};
    if (result.measures) scripts.emplace_back(embedded::measures_js);
    std::string page = head(result, scripts) + "<body>\n<main>\n" + report_head(result) + navigation(result, !night.empty()) +
                       report_summary(result) + report_map(result) + report_ranking(result) + report_places(result) +
                       report_measures(result) + report_felt(result) + report_back_test(result) + night +
                       report_method(result) + report_data(result) + report_options(result) + report_footer(result) +
                       "</main>\n";
    for (const auto& script : scripts) page += script_element(script);
    write_file_whole(path, page + "</body>\n</html>\n");
}

}  // namespace lykta::outputs
