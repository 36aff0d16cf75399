// The data and its faults: what became of every row, what must be known when reading the map, which values were taken
// by default, and what a finished result does not hold.
#include <algorithm>

#include "core/language.hpp"
#include "outputs/privacy.hpp"
#include "outputs/words.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

constexpr std::size_t most_rows_named = 5, most_issues = 60;

/// Which incident it was is nobody's to know at the public level: rows, ids and counts under k stay out.
enum class Naming : std::uint8_t { rows, nothing };

Naming naming_of(const outputs::RunResult& result, layers::LayerKind kind) {
    return result.public_level && kind == layers::LayerKind::incidents ? Naming::nothing : Naming::rows;
}

std::string first_rows(const std::vector<std::int64_t>& rows) {
    std::string text;
    for (std::size_t i = 0; i < std::min(rows.size(), most_rows_named); ++i)
        text += (i ? ", " : "") + number_text(rows[i]);
    return text + (rows.size() > most_rows_named ? " …" : "");
}

void issue(const Issue& one, Naming naming) {
    const bool warning = one.severity == Severity::warning;
    badge(warning ? tr("Warning") : tr("Note"), warning ? window_colours().warning : window_colours().faint);
    paragraph(one.message);
    if (naming == Naming::nothing) return;
    if (one.count > 1 || !one.rows.empty())
        faint_text(one.rows.empty() ? say("{} times", number_text(one.count))
                                    : say("{} times; first rows {}", number_text(one.count), first_rows(one.rows)));
}

/// Warnings first. Thousands are possible; the rest stands in the file.
void issue_list(const Issues& issues, Naming naming) {
    std::size_t told = 0;
    for (const auto severity : {Severity::warning, Severity::note})
        for (const auto& one : issues)
            if (one.severity == severity && ++told <= most_issues) issue(one, naming);
    if (told > most_issues) faint_text(say("and {} more in run.json", told - most_issues));
}

void account_bar(const RowAccount& account) {
    const double read = static_cast<double>(std::max<std::int64_t>(1, account.rows_read));
    interval_bar({.value = static_cast<double>(account.rows_used) / read,
                  .colour = account.set_aside.empty() ? window_colours().good : window_colours().accent,
                  .height = ImGui::GetFontSize() * 0.6F});
}

/// Rows of one source set aside for one reason.
struct ReasonLine {
    std::string title, count, first;
};

std::vector<ReasonLine> reason_lines(const outputs::RunResult& result, const layers::SourceReport& source) {
    std::vector<ReasonLine> lines;
    const Naming naming = naming_of(result, source.kind);
    for (const auto& group : count_by_reason(source.account))
        lines.push_back({outputs::set_aside_words(group.reason),
                         naming == Naming::rows ? number_text(static_cast<std::int64_t>(group.rows.size()))
                                                : outputs::count_text(result, static_cast<double>(group.rows.size())),
                         naming == Naming::rows ? say("first rows {}", first_rows(group.rows)) : std::string{}});
    return lines;
}

void set_aside(const std::vector<ReasonLine>& lines) {
    for (const auto& line : lines) {
        fact(line.title, line.count);
        if (!line.first.empty()) faint_text(line.first);
    }
}

void found_line(const layers::SourceReport& source) {
    std::string text = source.found.format;
    for (const auto& part : {source.found.encoding, source.crs})
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    note(text);
}

void source_block(const layers::SourceReport& source, const std::vector<ReasonLine>& reasons, Naming naming) {
    const auto& account = source.account;
    heading(outputs::layer_words(source.kind) + ": " + account.source);
    found_line(source);
    paragraph(say("{} rows read = {} used + {} set aside.", number_text(account.rows_read),
                  number_text(account.rows_used), number_text(static_cast<std::int64_t>(account.set_aside.size()))));
    account_bar(account);
    set_aside(reasons);
    if (!source.notes.empty()) {
        faint_text(tr("Detected, and taken by default:"));
        bullet_lines(source.notes);
    }
    issue_list(account.issues, naming);
}

void missing_block(const Project& project) {
    const auto& result = project.result();
    if (result.refusal) {
        heading(tr("No hot spots are named"));
        coloured_text(*result.refusal, window_colours().warning);
    }
    if (!project.missing.empty() && section(tr("What this result does not hold"), "missing"))
        bullet_lines(project.missing);
    if (result.absent_terms.empty() || !section(tr("Left out of the score"), "absent")) return;
    for (const auto& absent : result.absent_terms) {
        badge(fmt::format("{} {}", outputs::term_letter(absent.term), outputs::term_name(absent.term)),
              rgba(outputs::term_colour(absent.term)));
        paragraph(absent.sentence);
    }
}

void findings_block(const outputs::RunResult& result) {
    if (!section(tr("Findings to know when reading the map"), "findings")) return;
    if (result.findings.empty())
        faint_text(tr("None: no pile, no gap and no coarse position was found."));
    else
        issue_list(result.findings, naming_of(result, layers::LayerKind::incidents));
}

void add_share(std::vector<std::string>& lines, const char* words, std::int64_t count, std::size_t of) {
    if (count < 1) return;
    lines.push_back(fmt::format(fmt::runtime(words), number_text(count), number_text(static_cast<std::int64_t>(of))));
}

void lamp_defaults(const layers::LampLayer& layer, std::vector<std::string>& lines) {
    const auto& lamps = layer.lamps;
    const auto add = [&](const char* words, auto is_so) {
        add_share(lines, words, std::count_if(lamps.begin(), lamps.end(), is_so), lamps.size());
    };
    add(tr("{} of {} lamps have an assumed height."), [](const auto& lamp) { return lamp.height_defaulted; });
    add(tr("{} of {} lamps have an assumed flux."), [](const auto& lamp) { return lamp.flux_defaulted; });
    add(tr("{} of {} lamps have no photometric file."), [](const auto& lamp) { return !lamp.photometry; });
    add(tr("Of {} of {} lamps it is not known whether they work."),
        [](const auto& lamp) { return lamp.state == layers::LampState::unknown; });
}

/// How much of what the map rests on was assumed rather than delivered.
std::vector<std::string> defaults_of(const layers::CityLayers& city) {
    std::vector<std::string> lines;
    if (city.lighting) lamp_defaults(*city.lighting, lines);
    if (city.vegetation) {
        const auto& plants = city.vegetation->plants;
        add_share(lines, tr("{} of {} plants have an assumed height."),
                  std::count_if(plants.begin(), plants.end(), [](const auto& plant) { return plant.height_defaulted; }),
                  plants.size());
    }
    if (city.window.from_hull) lines.emplace_back(tr("No window was given: it was drawn round the incidents."));
    return lines;
}

/// Counted once for a project and a language: two million plants and all rows set aside are too many for every frame.
struct Counted {
    std::weak_ptr<const Project> project;
    Language spoken = Language::swedish;
    std::vector<std::string> defaults;
    std::vector<std::vector<ReasonLine>> reasons;  ///< by source
};

const Counted& counts_of(const ProjectPointer& project) {
    static Counted kept;
    if (kept.project.lock() == project && kept.spoken == language()) return kept;
    kept = {project, language(), defaults_of(project->city()), {}};
    for (const auto& source : project->result().sources)
        kept.reasons.push_back(reason_lines(project->result(), source));
    return kept;
}

void defaults_block(const ProjectPointer& project) {
    const auto& lines = counts_of(project).defaults;
    if (lines.empty())
        faint_text(tr("None: every value was delivered."));
    else
        bullet_lines(lines);
}

void sources_block(const ProjectPointer& project) {
    if (!section(tr("Source by source"), "sources")) return;
    faint_text(tr("Every row is accounted for: used, or set aside with a reason."));
    const auto& sources = project->result().sources;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        source_block(sources[i], counts_of(project).reasons[i], naming_of(project->result(), sources[i].kind));
        ImGui::PopID();
    }
}

void option_rows(const outputs::RunResult& result) {
    for (const auto& option : result.options) {
        const std::string value =
            option.unit.empty() ? option.value : option.value + " " + outputs::unit_name(option.unit);
        fact(option.key, option.is_default ? value : say("{} (set by the study)", value));
    }
}

}  // namespace

void draw_data_panel(const ViewerState& state, Commands& commands) {
    static_cast<void>(commands);
    if (nothing_open(state)) return;
    const auto& project = *state.project;
    const auto& result = project.result();
    missing_block(project);
    findings_block(result);
    if (project.origin == Origin::study && section(tr("Values taken by default"), "defaults"))
        defaults_block(state.project);
    sources_block(state.project);
    if (!result.options.empty() && section(tr("Settings of the run"), "options", Opens::on_click)) option_rows(result);
}

}  // namespace lykta::viewer
