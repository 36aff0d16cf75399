// Areas to triangles, borders and dots, piece by piece over the threads.
#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"
#include "viewer/render/layer_mesh.hpp"
#include "viewer/render/triangulate.hpp"

namespace lykta::viewer {

namespace {

constexpr std::uint32_t most_vertices = 1024;  // a piece: small enough to leave out; neighbours cost one call

std::uint32_t corners_in(const MultiPolygon& shape) {
    std::size_t count = 0;
    for (const Polygon& polygon : shape) {
        count += polygon.outer.size();
        for (const Ring& hole : polygon.holes) count += hole.size();
    }
    return static_cast<std::uint32_t>(count);
}

void add_border(const Ring& ring, Point origin, std::vector<Corner>& out) {
    if (ring.size() < 2) return;
    double along = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (i > 0) along += distance(ring[i - 1], ring[i]);
        out.push_back({static_cast<float>(ring[i].x - origin.x), static_cast<float>(ring[i].y - origin.y),
                       static_cast<float>(along), i + 1 < ring.size() ? 1.0F : 0.0F});
    }
}

Dot dot_of(const MultiPolygon& shape, const Box& box, Point origin) {
    return {static_cast<float>((box.min_x + box.max_x) / 2 - origin.x),
            static_cast<float>((box.min_y + box.max_y) / 2 - origin.y), static_cast<float>(std::sqrt(area(shape)))};
}

struct Piece {
    Triangles triangles;
    std::vector<Corner> corners;
    std::vector<Dot> dots;
};

Piece piece_of(const Cut& cut, const std::vector<const AreaFeature*>& areas, Point origin) {
    Piece piece;
    Triangulator triangulator(origin);
    for (const std::uint32_t index : cut.features) {
        const MultiPolygon& shape = areas[index]->shape;
        triangulator.add(shape, piece.triangles);
        for (const Polygon& polygon : shape) {
            add_border(polygon.outer, origin, piece.corners);
            for (const Ring& hole : polygon.holes) add_border(hole, origin, piece.corners);
        }
        piece.dots.push_back(dot_of(shape, box_of(shape), origin));
    }
    return piece;
}

template <class T>
Range append(std::vector<T>& to, const std::vector<T>& from) {
    const auto first = static_cast<std::uint32_t>(to.size());
    to.insert(to.end(), from.begin(), from.end());
    return {first, static_cast<std::uint32_t>(from.size())};
}

void add_piece(const Cut& cut, Piece&& piece, AreaMesh& mesh, Point origin) {
    const Range vertices = append(mesh.vertices, piece.triangles.vertices);
    for (std::uint32_t& index : piece.triangles.indices) index += vertices.first;
    AreaChunk chunk{.box = moved_from(cut.box, origin), .size_m = static_cast<float>(cut.size_m)};
    chunk.indices = append(mesh.indices, piece.triangles.indices);
    chunk.corners = append(mesh.corners, piece.corners);
    chunk.dots = append(mesh.dots, piece.dots);
    mesh.chunks.push_back(chunk);
}

}  // namespace

AreaMesh area_mesh(const std::vector<const AreaFeature*>& areas, Point origin) {
    std::vector<Sized> sized(areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i)
        sized[i] = {box_of(areas[i]->shape), static_cast<std::uint32_t>(i), corners_in(areas[i]->shape)};
    const std::vector<Cut> cuts = cut_into_pieces(std::move(sized), most_vertices);
    std::vector<Piece> pieces(cuts.size());
    parallel_blocks(cuts.size(), 1, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) pieces[i] = piece_of(cuts[i], areas, origin);
    });
    AreaMesh mesh;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        add_piece(cuts[i], std::move(pieces[i]), mesh, origin);
        pieces[i] = {};
    }
    return mesh;
}

}  // namespace lykta::viewer
