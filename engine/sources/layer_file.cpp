#include "sources/layer_file.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <limits>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/gdal_door.hpp"
#include "sources/gdal_files.hpp"
#include "sources/gdal_shapes.hpp"

namespace lykta::sources {
namespace {

/// Where the values of each field of the layer go.
struct Column {
    std::vector<double>* numbers = nullptr;
    std::vector<std::string>* texts = nullptr;
};

std::vector<Column> columns_of(OGRLayer& layer, LayerRows& into) {
    std::vector<Column> columns;
    auto& definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const auto& field = *definition.GetFieldDefn(i);
        const auto type = field.GetType();
        const bool is_number = type == OFTInteger || type == OFTInteger64 || type == OFTReal;
        Column column;
        if (is_number)
            column.numbers = &into.numbers[field.GetNameRef()];
        else
            column.texts = &into.texts[field.GetNameRef()];
        columns.push_back(column);
    }
    return columns;
}

void add_feature(const OGRFeature& feature, const std::vector<Column>& columns, LayerRows& into) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const int field = static_cast<int>(c);
        const bool known = feature.IsFieldSetAndNotNull(field) != 0;
        if (columns[c].numbers != nullptr)
            columns[c].numbers->push_back(known ? feature.GetFieldAsDouble(field)
                                                : std::numeric_limits<double>::quiet_NaN());
        else
            columns[c].texts->emplace_back(known ? feature.GetFieldAsString(field) : "");
    }
    const auto* geometry = feature.GetGeometryRef();
    into.shapes.push_back(geometry == nullptr ? Geometry{} : shape_of(geometry).shape);
    ++into.rows;
}

}  // namespace

std::vector<double> LayerRows::number(const std::string& column) const {
    const auto found = numbers.find(column);
    return found != numbers.end() ? found->second : std::vector<double>(rows, std::numeric_limits<double>::quiet_NaN());
}

std::vector<std::string> LayerRows::text(const std::string& column) const {
    const auto found = texts.find(column);
    return found != texts.end() ? found->second : std::vector<std::string>(rows);
}

struct LayerFile::Impl {
    std::string name;
    GdalMessages messages;
    DatasetHandle dataset;
};

LayerFile::LayerFile(const std::string& path) : m_impl(std::make_unique<Impl>()) {
    m_impl->name = std::filesystem::path{path}.filename().string();
    check_geopackage(path);
    m_impl->dataset = open_dataset(path, m_impl->name, m_impl->messages);
}

LayerFile::~LayerFile() = default;

bool LayerFile::has(const std::string& layer) const {
    return m_impl->dataset->GetLayerByName(layer.c_str()) != nullptr;
}

LayerRows LayerFile::read(const std::string& layer) const {
    LayerRows rows;
    auto* from = m_impl->dataset->GetLayerByName(layer.c_str());
    if (from == nullptr) return rows;
    const auto columns = columns_of(*from, rows);
    const auto errors_before = m_impl->messages.errors();
    from->ResetReading();
    while (const std::unique_ptr<OGRFeature> feature{from->GetNextFeature()}) add_feature(*feature, columns, rows);
    if (m_impl->messages.errors() > errors_before)
        throw Error{ErrorCode::cannot_read, say("{0}: the layer {1} is damaged: {2}; fetch the file again, or run the "
                                                "study anew",
                                                m_impl->name, layer, m_impl->messages.last_error())};
    return rows;
}

}  // namespace lykta::sources
