// The symbols as SVG.
#include "outputs/measure_symbols.hpp"

#include <cmath>
#include <numbers>

#include "outputs/html.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

std::string path(std::string_view css_class, const std::vector<Point>& corners) {
    std::string d;
    for (std::size_t i = 0; i < corners.size(); ++i)
        d += fmt::format("{}{} {}", i == 0 ? "M" : "L", px(corners[i].x), px(corners[i].y));
    return fmt::format("<path class=\"{}\" d=\"{}Z\"/>", css_class, d);
}

std::string bulb(Point at, double r) {
    return fmt::format(
        "<circle class=\"k-lamp\" cx=\"{0}\" cy=\"{1}\" r=\"{2}\"/><path class=\"k-line\" d=\"M{0} {3}v{4}\"/>",
        px(at.x), px(at.y - 0.25 * r), px(0.62 * r), px(at.y + 0.37 * r), px(0.6 * r));
}

std::string shrub(Point at, double r) {
    return fmt::format(
        "<path class=\"k-clearing\" d=\"M{} {}a{r} {r} 0 0 1 {r} -{r}a{r} {r} 0 0 1 {r2} 0a{r} {r} 0 0 1 {r} {r}z\"/>",
        px(at.x - 1.05 * r), px(at.y + 0.55 * r), fmt::arg("r", px(0.6 * r)), fmt::arg("r2", px(0.9 * r)));
}

std::string house(Point at, double r) {
    return path("k-building", {{at.x - 0.8 * r, at.y + 0.8 * r},
                               {at.x - 0.8 * r, at.y - 0.1 * r},
                               {at.x, at.y - 0.9 * r},
                               {at.x + 0.8 * r, at.y - 0.1 * r},
                               {at.x + 0.8 * r, at.y + 0.8 * r}});
}

}  // namespace

std::string kind_symbol(MeasureKind kind, Point at, double size) {
    const double r = size / 2;
    switch (kind) {
        case MeasureKind::lamp:
            return bulb(at, r);
        case MeasureKind::clearing:
            return shrub(at, r);
        case MeasureKind::camera:
            return camera_symbol(at, 0, size);
        case MeasureKind::building:
            return house(at, r);
        case MeasureKind::other:
            break;
    }
    return path("k-other",
                {{at.x, at.y - 0.8 * r}, {at.x + 0.8 * r, at.y}, {at.x, at.y + 0.8 * r}, {at.x - 0.8 * r, at.y}});
}

std::string lamp_symbol(measures::LampWork work, Point at, double size) {
    const double r = size / 2;
    if (work == measures::LampWork::repair)
        return path("k-repair", {{at.x, at.y - r}, {at.x + r, at.y + 0.8 * r}, {at.x - r, at.y + 0.8 * r}});
    if (work == measures::LampWork::upgrade)
        return path("k-upgrade", {{at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}});
    return fmt::format(
        "<circle class=\"k-add\" cx=\"{0}\" cy=\"{1}\" r=\"{2}\"/><path class=\"k-plus\" d=\"M{3} {1}h{4}M{0} "
        "{5}v{4}\"/>",
        px(at.x), px(at.y), px(r), px(at.x - 0.55 * r), px(1.1 * r), px(at.y - 0.55 * r));
}

std::string camera_symbol(Point at, double heading_degrees, double size) {
    const double angle = heading_degrees * std::numbers::pi / 180, r = size / 2;
    const auto turned = [&](double along, double left) {
        return Point{at.x + along * std::cos(angle) - left * std::sin(angle),
                     at.y - along * std::sin(angle) - left * std::cos(angle)};
    };
    return path("k-camera",
                {turned(-r, 0.5 * r), turned(0.2 * r, 0.5 * r), turned(0.2 * r, 0.15 * r), turned(r, 0.6 * r),
                 turned(r, -0.6 * r), turned(0.2 * r, -0.15 * r), turned(0.2 * r, -0.5 * r), turned(-r, -0.5 * r)});
}

std::string legend_entry(std::string_view picture, std::string_view text) {
    return fmt::format(
        "<span class=\"entry\"><svg class=\"key\" viewBox=\"0 0 30 18\" aria-hidden=\"true\">{}</svg>{}</span>",
        picture, html_text(text));
}

std::string legend_of(const std::vector<std::string>& entries) {
    std::string all;
    for (const auto& entry : entries) all += entry;
    return element("div", "class=\"legend measures-key\"", all);
}

}  // namespace lykta::outputs
