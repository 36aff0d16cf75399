#include "core/error.hpp"
#include "sources/readers.hpp"
namespace lykta::sources {
SourceTable read_geojson(LoadedFile file, const ReadOptions&) {
    throw Error{ErrorCode::internal, file.name};
}
}  // namespace lykta::sources
