#include "viewer/render/layer_mesh.hpp"

namespace lykta::viewer {

namespace {

template <class Feature>
std::vector<std::vector<const Feature*>> by_class(const std::vector<Feature>& features, std::size_t classes) {
    std::vector<std::vector<const Feature*>> groups(classes);
    for (const Feature& feature : features)
        if (feature.group < classes) groups[feature.group].push_back(&feature);
    return groups;
}

}  // namespace

std::vector<ClassMesh> mesh_of(const Detail& detail, std::size_t classes, Point origin) {
    const auto areas = by_class(detail.areas, classes);
    const auto lines = by_class(detail.lines, classes);
    const auto points = by_class(detail.points, classes);
    std::vector<ClassMesh> meshes(classes);
    for (std::size_t i = 0; i < classes; ++i)
        meshes[i] = {area_mesh(areas[i], origin), line_mesh(lines[i], origin), point_mesh(points[i], origin)};
    return meshes;
}

}  // namespace lykta::viewer
