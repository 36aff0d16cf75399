// arbetslista.csv: every single thing to do, as it is handed to who does it: a lamp, a shrub, a camera, a door.
#include "core/file.hpp"
#include "outputs/action_plan.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/plan_sheet.hpp"

namespace lykta::outputs {
namespace {

using measures::SitedMeasure;

/// One thing to do. Empty texts and numbers are cells that do not apply to it.
struct Work {
    std::string what, object, street, wanted_class;
    std::optional<double> average_before, minimum_before, average_after, minimum_after;  ///< lx
    Point position;
    std::string mandatory;
};

std::vector<std::string> titles() {
    return {tr("Place"),
            tr("Measure"),
            tr("Work"),
            tr("Lamp, plant or building"),
            tr("Street"),
            tr("Lighting class"),
            tr("Average today (lx)"),
            tr("Minimum today (lx)"),
            tr("Average afterwards (lx)"),
            tr("Minimum afterwards (lx)"),
            tr("Mandatory"),
            tr("Owner"),
            tr("In the portfolio"),
            tr("x (project coordinates, m)"),
            tr("y (project coordinates, m)"),
            tr("Id")};
}

void add_stretch(const RunResult& result, const SitedMeasure& sited, std::uint32_t stretch, Work& work) {
    if (stretch >= result.stretches.size()) return;
    const auto& s = result.stretches[stretch];
    work.street = result.layers->streets->streets[s.street].name;
    work.wanted_class = s.wanted_class;
    for (const auto& change : sited.changes) {
        if (change.stretch != stretch || !change.has_light) continue;
        work.average_before = change.average_before.value, work.minimum_before = change.minimum_before.value;
        work.average_after = change.average_after.value, work.minimum_after = change.minimum_after.value;
    }
}

Work lamp_work(const RunResult& result, const SitedMeasure& sited, const measures::LampChange& change) {
    const auto& lamp = change.after;
    const auto words = lamp_work_words(change.work);
    const bool as_it_was = change.work == measures::LampWork::repair;
    Work work{.what = as_it_was ? words
                                : say("{}: {} lm at {} m", words, number_text(lamp.flux.value, 0),
                                      number_text(lamp.height.value, 1)),
              .object = lamp.id,
              .position = lamp.position};
    add_stretch(result, sited, change.stretch, work);
    return work;
}

Work clearing_work(const RunResult& result, const measures::Clearing& clearing) {
    static const std::vector<layers::Plant> none;
    const auto& plants = result.layers->vegetation ? result.layers->vegetation->plants : none;
    return {.what = say("clear {} m²", number_text(clearing.area_m2, 0)),
            .object = clearing.plant < plants.size() ? plants[clearing.plant].id : "",
            .position = centroid(clearing.shape)};
}

Work camera_work(const measures::CameraSite& camera) {
    return {.what = say("camera {}, {} m up, {} m of reach", carrier_words(camera.carrier),
                        number_text(camera.height.value, 1), number_text(camera.reach.value, 0)),
            .position = camera.position};
}

Work item_work(const measures::WorkItem& item) {
    return {.what = item.text,
            .object = item.building_id,
            .position = item.position,
            .mandatory = item.mandatory ? tr("yes") : tr("no")};
}

std::vector<Work> works_of(const RunResult& result, const SitedMeasure& sited) {
    std::vector<Work> works;
    for (const auto& change : sited.lamps) works.push_back(lamp_work(result, sited, change));
    for (const auto& clearing : sited.clearings) works.push_back(clearing_work(result, clearing));
    for (const auto& camera : sited.cameras) works.push_back(camera_work(camera));
    for (const auto& item : sited.work) works.push_back(item_work(item));
    return works;
}

void add_row(Sheet& sheet, const RunResult& result, std::uint32_t index, const Work& work) {
    const auto& plan = *result.measures;
    const auto& sited = plan.sited[index];
    const auto& measure = measure_of(plan, sited);
    sheet.text(result.places[sited.place].place.id + " " + result.places[sited.place].place.name);
    sheet.text(measure.name.shown());
    for (const auto* text : {&work.what, &work.object, &work.street, &work.wanted_class}) sheet.text(*text);
    for (const auto& lux : {work.average_before, work.minimum_before, work.average_after, work.minimum_after})
        sheet.number(lux, 2);
    sheet.text(work.mandatory);
    sheet.text(measures::owner_name(measure.owner));
    sheet.text(!plan.portfolio ? "" : option_that_holds(plan, index) ? tr("yes") : tr("no"));
    sheet.number(work.position.x, 1);
    sheet.number(work.position.y, 1);
    sheet.text(sited.id);
    sheet.end_row();
}

}  // namespace

void write_work_list(const RunResult& result, const std::filesystem::path& path) {
    Sheet sheet(titles(), result.language);
    for (std::uint32_t i = 0; i < result.measures->sited.size(); ++i)
        for (const auto& work : works_of(result, result.measures->sited[i])) add_row(sheet, result, i, work);
    write_file_whole(path, sheet.out());
}

bool has_work_list(const RunResult& result) {
    if (!result.measures) return false;
    for (const auto& sited : result.measures->sited)
        if (!works_of(result, sited).empty()) return true;
    return false;
}

}  // namespace lykta::outputs
