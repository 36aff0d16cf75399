// PROJ behind Crs and Projector. Every object has its own PROJ context, so that threads share nothing.
#include "core/crs.hpp"

#include <proj.h>

#include <algorithm>
#include <cmath>
#include <mutex>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"

namespace lykta {

namespace {

struct CloseContext {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct CloseObject {
    void operator()(PJ* object) const { proj_destroy(object); }
};
using Context = std::unique_ptr<PJ_CONTEXT, CloseContext>;
using Object = std::unique_ptr<PJ, CloseObject>;

/// A context that is silent and never goes to the network, whatever the user's PROJ settings say.
Context new_context() {
    Context context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

bool all_digits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The projected or geographic system with exactly this name. Lantmäteriet writes "SWEREF 99", EPSG "SWEREF99".
Object object_named(PJ_CONTEXT* context, std::string name) {
    if (const auto at = name.find("SWEREF 99"); at != std::string::npos) name.erase(at + 6, 1);
    const PJ_TYPE kinds[] = {PJ_TYPE_PROJECTED_CRS, PJ_TYPE_GEOGRAPHIC_2D_CRS};
    const std::unique_ptr<PJ_OBJ_LIST, decltype(&proj_list_destroy)> found(
        proj_create_from_name(context, "EPSG", name.c_str(), kinds, 2, 0, 1, nullptr), proj_list_destroy);
    return found && proj_list_get_count(found.get()) > 0 ? Object(proj_list_get(context, found.get(), 0)) : nullptr;
}

/// Codes, WKT, PROJ strings and PROJJSON go to PROJ as they are; a bare number is an EPSG code; other words must be a
/// system's full name, because PROJ would otherwise guess from a fragment.
Object object_from(PJ_CONTEXT* context, const std::string& text) {
    if (all_digits(text)) return Object(proj_create(context, ("EPSG:" + text).c_str()));
    if (text.starts_with("+") && text.find("type=crs") == std::string::npos) {
        return Object(proj_create(context, (text + " +type=crs").c_str()));
    }
    if (text.find_first_of(":[{+=") != std::string::npos) return Object(proj_create(context, text.c_str()));
    return text.size() > 4 ? object_named(context, text) : nullptr;
}

/// The horizontal part of a compound system, two-dimensional.
Object horizontal(PJ_CONTEXT* context, Object object) {
    if (object && proj_get_type(object.get()) == PJ_TYPE_COMPOUND_CRS) {
        object.reset(proj_crs_get_sub_crs(context, object.get(), 0));
    }
    return object;
}

std::string code_of(const PJ* object) {
    const char* authority = proj_get_id_auth_name(object, 0);
    const char* code = proj_get_id_code(object, 0);
    return authority != nullptr && code != nullptr ? std::string(authority) + ":" + code : std::string{};
}

/// A system without a code of its own (an ESRI .prj) takes the EPSG system it is, if PROJ is at least 90 % sure.
Object identified(PJ_CONTEXT* context, Object object) {
    if (!object || !code_of(object.get()).empty()) return object;
    int* confidence = nullptr;
    const std::unique_ptr<PJ_OBJ_LIST, decltype(&proj_list_destroy)> found(
        proj_identify(context, object.get(), "EPSG", nullptr, &confidence), proj_list_destroy);
    const bool sure = found && proj_list_get_count(found.get()) > 0 && confidence[0] >= 90;
    proj_int_list_destroy(confidence);
    return sure ? Object(proj_list_get(context, found.get(), 0)) : std::move(object);
}

/// The system whose axes are asked for: a bound system (with +towgs84) has them in its source.
Object unbound(PJ_CONTEXT* context, const PJ* object) {
    if (proj_get_type(object) == PJ_TYPE_BOUND_CRS) return Object(proj_get_source_crs(context, object));
    return Object(proj_clone(context, object));
}

std::string wkt_of(PJ_CONTEXT* context, const PJ* object) {
    const char* text = proj_as_wkt(context, object, PJ_WKT2_2019, nullptr);
    return text == nullptr ? std::string{} : text;
}

std::optional<Box> area_of(PJ_CONTEXT* context, const PJ* object) {
    double west = -1000, south = -1000, east = -1000, north = -1000;
    if (proj_get_area_of_use(context, object, &west, &south, &east, &north, nullptr) == 0 || west < -999) return {};
    return Box{west, south, east, north};
}

[[noreturn]] void refuse(const std::string& text) {
    throw Error(ErrorCode::bad_option,
                say("\"{}\" is not a coordinate reference system PROJ knows; give a code such as EPSG:3006, WKT or a "
                    "PROJ string",
                    text.substr(0, 80)));
}

}  // namespace

struct Crs::Impl {
    std::string text, name, wkt, definition;  ///< definition: what makes the object again in another context
    bool geographic = false;
    double metres_per_unit = 0.0;
    std::vector<Axis> axes;
    std::optional<Box> area;
};

namespace {

void read_axes(PJ_CONTEXT* context, const PJ* object, Crs::Impl& impl) {
    const Object system(proj_crs_get_coordinate_system(context, object));
    if (!system) return;
    for (int i = 0; i < std::min(2, proj_cs_get_axis_count(context, system.get())); ++i) {
        const char *name = nullptr, *abbreviation = nullptr, *direction = nullptr;
        double factor = 0.0;
        proj_cs_get_axis_info(context, system.get(), i, &name, &abbreviation, &direction, &factor, nullptr, nullptr,
                              nullptr);
        const bool short_name = abbreviation != nullptr && *abbreviation != '\0';
        impl.axes.push_back(
            {short_name ? abbreviation : (name != nullptr ? name : ""), direction != nullptr ? direction : ""});
        if (i == 0 && !impl.geographic) impl.metres_per_unit = factor;
    }
}

}  // namespace

Crs Crs::from_text(const std::string& text) {
    const Context context = new_context();
    const Object object = identified(context.get(), horizontal(context.get(), object_from(context.get(), text)));
    if (!object || proj_is_crs(object.get()) == 0) refuse(text);
    const Object plain = unbound(context.get(), object.get());
    const PJ_TYPE type = proj_get_type(plain.get());
    auto impl = std::make_shared<Impl>();
    impl->geographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    if (!impl->geographic && type != PJ_TYPE_PROJECTED_CRS && type != PJ_TYPE_ENGINEERING_CRS) refuse(text);
    const std::string code = code_of(object.get());
    impl->text = code.empty() ? text : code;
    impl->name = proj_get_name(plain.get());
    impl->wkt = wkt_of(context.get(), object.get());
    impl->definition = code.empty() ? impl->wkt : code;
    impl->area = area_of(context.get(), plain.get());
    read_axes(context.get(), plain.get(), *impl);
    return Crs(std::move(impl));
}

const std::string& Crs::text() const {
    return m_impl->text;
}
const std::string& Crs::name() const {
    return m_impl->name;
}
bool Crs::is_geographic() const {
    return m_impl->geographic;
}
double Crs::metres_per_unit() const {
    return m_impl->metres_per_unit;
}
std::string Crs::wkt() const {
    return m_impl->wkt;
}
std::vector<Crs::Axis> Crs::axes() const {
    return m_impl->axes;
}
std::optional<Box> Crs::area_of_use() const {
    return m_impl->area;
}

bool Crs::same_as(const Crs& other) const {
    if (m_impl->definition == other.m_impl->definition) return true;
    const Context context = new_context();
    const Object a(proj_create(context.get(), m_impl->definition.c_str()));
    const Object b(proj_create(context.get(), other.m_impl->definition.c_str()));
    return a && b &&
           proj_is_equivalent_to_with_ctx(context.get(), a.get(), b.get(),
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

struct Projector::Impl {
    Context context = new_context();
    Object transformation;  ///< nullptr: both systems are the same, points stay
};

Projector::Projector(const Crs& from, const Crs& to) : m_impl(std::make_unique<Impl>()) {
    if (from.impl().definition == to.impl().definition) return;
    PJ_CONTEXT* context = m_impl->context.get();
    const Object source(proj_create(context, from.impl().definition.c_str()));
    const Object target(proj_create(context, to.impl().definition.c_str()));
    Object raw(source && target ? proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, nullptr)
                                : nullptr);
    if (raw) m_impl->transformation.reset(proj_normalize_for_visualization(context, raw.get()));
    if (!m_impl->transformation) {
        throw Error(
            ErrorCode::bad_option,
            say("no way is known from {} to {}; state another coordinate reference system", from.text(), to.text()));
    }
}

Projector::~Projector() = default;
Projector::Projector(Projector&&) noexcept = default;
Projector& Projector::operator=(Projector&&) noexcept = default;

Point Projector::operator()(Point p) const {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {HUGE_VAL, HUGE_VAL};
    if (!m_impl->transformation) return p;
    PJ* transformation = m_impl->transformation.get();
    const PJ_COORD out = proj_trans(transformation, PJ_FWD, proj_coord(p.x, p.y, 0.0, HUGE_VAL));
    if (std::isfinite(out.xy.x) && std::isfinite(out.xy.y)) return {out.xy.x, out.xy.y};
    proj_errno_reset(transformation);
    return {HUGE_VAL, HUGE_VAL};
}

void Projector::project(std::span<Point> points) const {
    for (Point& p : points) p = (*this)(p);
}

void project_all(std::span<Point> points, const Crs& from, const Crs& to) {
    // Making a Projector costs milliseconds, so a finished block hands its own to the next one.
    std::mutex guard;
    std::vector<Projector> idle;
    parallel_blocks(points.size(), 8192, [&](std::size_t first, std::size_t last) {
        std::optional<Projector> mine;
        {
            const std::lock_guard lock(guard);
            if (!idle.empty()) {
                mine.emplace(std::move(idle.back()));
                idle.pop_back();
            }
        }
        if (!mine) mine.emplace(from, to);
        mine->project(points.subspan(first, last - first));
        const std::lock_guard lock(guard);
        idle.push_back(std::move(*mine));
    });
}

}  // namespace lykta
