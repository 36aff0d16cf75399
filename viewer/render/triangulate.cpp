#include "viewer/render/triangulate.hpp"

#include <GL/glu.h>

#include <array>
#include <cmath>
#include <deque>

#include "core/error.hpp"

namespace lykta::viewer {

namespace {

/// What GLU calls back to: it hands vertices as pointers, which here are indices in disguise.
struct Sink {
    Triangles* out = nullptr;
    Point origin;
    bool has_failed = false;
};

void* disguised(std::size_t index) {
    return reinterpret_cast<void*>(index);
}  // GLU never looks behind it

std::size_t add_vertex(Sink& sink, double x, double y) {
    sink.out->vertices.push_back({static_cast<float>(x), static_cast<float>(y)});
    return sink.out->vertices.size() - 1;
}

void on_vertex(void* vertex, void* sink) {
    const auto index = reinterpret_cast<std::size_t>(vertex);
    static_cast<Sink*>(sink)->out->indices.push_back(static_cast<std::uint32_t>(index));
}
void on_edge_flag(GLboolean, void*) {}  // its presence makes GLU hand out plain triangles
void on_error(GLenum, void* sink) {
    static_cast<Sink*>(sink)->has_failed = true;
}
void on_combine(GLdouble at[3], void* [4], GLfloat[4], void** made, void* sink) {
    *made = disguised(add_vertex(*static_cast<Sink*>(sink), at[0], at[1]));
}

using Callback = void (*)();
template <class Function>
Callback as_callback(Function function) {
    return reinterpret_cast<Callback>(function);
}

}  // namespace

struct Triangulator::State {
    GLUtesselator* tessellator = gluNewTess();
    Sink sink;
    std::deque<std::array<GLdouble, 3>> corners;  // GLU keeps pointers into it until the polygon ends

    explicit State(Point origin) {
        if (tessellator == nullptr) throw Error(ErrorCode::internal, "GLU gives no tessellator");
        sink.origin = origin;
        gluTessCallback(tessellator, GLU_TESS_VERTEX_DATA, as_callback(on_vertex));
        gluTessCallback(tessellator, GLU_TESS_EDGE_FLAG_DATA, as_callback(on_edge_flag));
        gluTessCallback(tessellator, GLU_TESS_COMBINE_DATA, as_callback(on_combine));
        gluTessCallback(tessellator, GLU_TESS_ERROR_DATA, as_callback(on_error));
        gluTessProperty(tessellator, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
        gluTessNormal(tessellator, 0, 0, 1);
    }
    ~State() { gluDeleteTess(tessellator); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void add_ring(const Ring& ring) {
        const std::size_t count = ring.size() > 1 && ring.front() == ring.back() ? ring.size() - 1 : ring.size();
        if (count < 3) return;
        gluTessBeginContour(tessellator);
        for (std::size_t i = 0; i < count; ++i) {
            const double x = ring[i].x - sink.origin.x, y = ring[i].y - sink.origin.y;
            if (!std::isfinite(x) || !std::isfinite(y)) continue;
            corners.push_back({x, y, 0});
            gluTessVertex(tessellator, corners.back().data(), disguised(add_vertex(sink, x, y)));
        }
        gluTessEndContour(tessellator);
    }
};

Triangulator::Triangulator(Point origin) : m_state(std::make_unique<State>(origin)) {}
Triangulator::~Triangulator() = default;

void Triangulator::add(const MultiPolygon& shape, Triangles& out) {
    Sink& sink = m_state->sink;
    sink.out = &out;
    for (const Polygon& polygon : shape) {
        const std::size_t before = out.indices.size();
        sink.has_failed = false;
        gluTessBeginPolygon(m_state->tessellator, &sink);
        m_state->add_ring(polygon.outer);
        for (const Ring& hole : polygon.holes) m_state->add_ring(hole);
        gluTessEndPolygon(m_state->tessellator);
        if (sink.has_failed || (out.indices.size() - before) % 3 != 0) out.indices.resize(before);
        m_state->corners.clear();
    }
}

}  // namespace lykta::viewer
