// Registration, error gathering and the fixed clock.
#include "outputs/gdal_door.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <mutex>

#include "core/language.hpp"

namespace lykta::outputs {
namespace {

/// Keeps the first failure; GDAL calls it in the writing thread.
void gather(CPLErr severity, CPLErrorNum, const char* message) {
    auto* first = static_cast<std::string*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && first->empty()) *first = message;
}

}  // namespace

GdalWriting::GdalWriting(std::filesystem::path path) : m_path(std::move(path)) {
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z");
    CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", "NO");         // no .aux.xml beside the results
    CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF");  // the whole folder is synced when it is committed
    CPLErrorReset();
    CPLPushErrorHandlerEx(gather, &m_first_error);
}

GdalWriting::~GdalWriting() {
    CPLPopErrorHandler();
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
    CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", nullptr);
    CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", nullptr);
}

void GdalWriting::check() const {
    if (!m_first_error.empty()) fail(m_first_error);
}

void GdalWriting::fail(const std::string& why) const {
    throw Error(ErrorCode::cannot_write,
                say("{}: could not be written: {}. Free disk space or choose another folder.", m_path.string(), why));
}

OGRSpatialReference spatial_reference(const Crs& crs) {
    OGRSpatialReference reference;
    const std::string wkt = crs.wkt();
    if (reference.importFromWkt(wkt.c_str()) != OGRERR_NONE)
        throw Error(ErrorCode::internal, "GDAL does not understand the project CRS " + crs.text());
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

}  // namespace lykta::outputs
