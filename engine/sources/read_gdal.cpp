#include "core/error.hpp"
#include "sources/readers.hpp"
namespace lykta::sources {
SourceTable read_gdal(const std::string&, const std::string& name, const ReadOptions&) {
    throw Error{ErrorCode::internal, name};
}
}  // namespace lykta::sources
