// The page put together, and what is left for people to write.
#include "outputs/camera_record.hpp"

#include "core/file.hpp"
#include "outputs/html.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/report_measures.hpp"
#include "outputs/write_run.hpp"

namespace lykta::embedded {
extern const std::string_view report_css, measures_css;
}

namespace lykta::outputs {
namespace {

std::string blank_line(const std::string& label) {
    return "<div class=\"fill\"><span>" + html_text(label) + "</span><i></i></div>";
}

std::string blank_lines(const std::string& question, int lines) {
    std::string out = "<div class=\"write\"><p>" + html_text(question) + "</p>";
    for (int i = 0; i < lines; ++i) out += "<i></i>";
    return out + "</div>";
}

std::string chapter(int number, const char* title, const std::string& inner) {
    return fmt::format("<section><h2>{}. {}</h2>{}</section>\n", number, html_text(title), inner);
}

std::string head(const RunResult& result, const std::string& title) {
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(result.language == Language::swedish ? "sv" : "en") +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n<meta name=\"generator\" content=\"Lykta " +
           html_text(result.version) + "\">\n<title>" + html_text(title) + "</title>\n<style>" +
           std::string(embedded::report_css) + std::string(embedded::measures_css) + "</style>\n</head>\n";
}

std::string top(const RunResult& result, const CameraPlace& cameras) {
    const auto& place = result.places[cameras.place];
    return "<header><p class=\"over\">" + html_text(tr("Record of the need for a camera")) + "</p><h1>" +
           html_text(place.place.name) + "</h1>" +
           paragraph("period", (place.place.area_name.empty() ? "" : place.place.area_name + " · ") + place.place.id +
                                   " · " +
                                   say("incidents recorded {} to {}", iso_date(result.period.first_day),
                                       iso_date(result.period.last_day))) +
           paragraph(tr(
               "Since 1 April 2025 a municipality needs no permit for a camera, but must itself weigh the interests "
               "before it is put up, and be able to show how (the Camera Surveillance Act, 2018:1200, and the GDPR). "
               "Lykta has filled in what the data show. The empty lines are for the one who answers for the "
               "surveillance. This is a basis to be tested by the data protection officer, not a legal opinion.")) +
           "<div class=\"fills\">" + blank_line(tr("Controller (board or company)")) + blank_line(tr("Case number")) +
           blank_line(tr("Drawn up by")) + blank_line(tr("Date")) + "</div></header>\n";
}

std::string effect_and_cost(const RunResult& result, const CameraPlace& cameras) {
    std::string out;
    for (const auto s : cameras.sited) {
        const auto& sited = result.measures->sited[s];
        const auto& measure = measure_of(*result.measures, sited);
        out += paragraph(say("{}: {}.", measure.name.shown(), cost_words(sited.money)));
        if (sited.effect.has_number)
            out += paragraph(say("Should the studies hold here: {} recorded incidents fewer a year (90% interval).",
                                 rough_interval_text(sited.effect.prevented_per_year, sited.effect.prevented)));
        if (!sited.detect.words.empty()) out += paragraph(sited.detect.words);
        if (!measure.displacement.empty()) out += paragraph(measure.displacement.shown());
        out += studies_table(measure);
    }
    return out;
}

/// What this rests on, so that anyone can do it again.
std::string manifest(const RunResult& result) {
    std::string sources;
    for (const auto& source : result.sources)
        sources +=
            (sources.empty() ? "" : "; ") + source.account.source + " (sha256 " + source.sha256.substr(0, 12) + "…)";
    return "<footer>" +
           html_text(say("Study {}. Lykta {}. Data: {}. The whole account stands in run.json beside this file.",
                         result.study_name, result.version, sources)) +
           "</footer>";
}

}  // namespace

std::string record_to_fill_in(const RunResult& result, const CameraPlace& cameras) {
    const auto& measure = measure_of(*result.measures, result.measures->sited[cameras.sited.front()]);
    std::string out = measure.legal.empty() ? "" : paragraph(measure.legal.shown());
    out += blank_lines(tr("Purpose: which crimes or disturbances is the camera to prevent or clear up?"), 2);
    out += blank_lines(tr("The interest of surveillance: how heavy are the incidents in chapter 1, and why here?"), 3);
    out += blank_lines(
        tr("The interest of privacy: who passes or stays here, children, residents, visitors to care, worship or "
           "assembly; what is filmed and how often?"),
        3);
    out += blank_lines(
        tr("Which measures of chapter 3 have been tried, when, and what came of them? Why are they not enough?"), 4);
    out += blank_lines(
        tr("The weighing: why does the one interest outweigh the other? What makes the intrusion smaller?"), 4);
    return out;
}

void write_camera_record(const RunResult& result, const CameraPlace& cameras, const std::filesystem::path& path) {
    const auto& place = result.places[cameras.place];
    const std::string title = say("Record of the need for a camera: {}", place.place.name);
    std::string decisions = "<div class=\"fills\">";
    for (const auto* label :
         {tr("Hours of surveillance"), tr("Recorded, or watched live"), tr("Picture alone, no sound: confirmed by"),
          tr("Kept for (days), then erased"), tr("Who may look, and when"), tr("Log of who has looked"),
          tr("Signs put up (where)"), tr("Processor and agreement"), tr("Masking checked on site by"),
          tr("Impact assessment (GDPR art. 35): needed, and where it is kept"),
          tr("The data protection officer's opinion"), tr("Entered in the register of processing"),
          tr("To be reviewed by (date), and taken down unless")})
        decisions += blank_line(label);
    decisions += "</div>";
    const std::string signatures = "<div class=\"fills signed\">" + blank_line(tr("Place and date")) +
                                   blank_line(tr("Signature")) + blank_line(tr("Name in print")) +
                                   blank_line(tr("Post")) + "</div>";
    const std::string page =
        head(result, title) + "<body class=\"record\">\n<main>\n" + top(result, cameras) +
        chapter(1, tr("What has happened"), record_what_happened(result, cameras)) +
        chapter(2, tr("Where the camera stands and what it sees"), record_where(result, cameras)) +
        chapter(3, tr("Less intrusive measures"), record_less_intrusive(result, cameras)) +
        chapter(4, tr("What it can be expected to do, and what it costs"), effect_and_cost(result, cameras)) +
        chapter(5, tr("The balance of interests"), record_to_fill_in(result, cameras)) +
        chapter(6, tr("To be settled before it is put up"), decisions) + chapter(7, tr("Decision"), signatures) +
        manifest(result) + "</main>\n</body>\n</html>\n";
    write_file_whole(path, page);
}

}  // namespace lykta::outputs
