// Writing layers with GDAL: see layer_file.hpp. Dates inside the files are fixed, so two runs give the same content.
#include "layer_file.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <stdexcept>

namespace exempelstad {

namespace {

OGRwkbGeometryType ogr_type(Shape shape) {
    switch (shape) {
        case Shape::point:
            return wkbPoint;
        case Shape::line:
            return wkbLineString;
        case Shape::polygon:
            return wkbPolygon;
        case Shape::multi_polygon:
            return wkbMultiPolygon;
    }
    return wkbUnknown;
}

CPLStringList layer_options(Format format) {
    CPLStringList options;
    if (format == Format::geopackage) {
        options.SetNameValue("SPATIAL_INDEX", "NO");
        options.SetNameValue("GEOMETRY_NAME", "geom");
    } else {
        options.SetNameValue("ENCODING", "CP1252");
        options.SetNameValue("DBF_DATE_LAST_UPDATE", "2025-01-15");
    }
    return options;
}

void add_columns(OGRLayer& layer, const std::vector<Column>& columns, Format format) {
    for (const Column& column : columns) {
        OGRFieldDefn field(column.name, column.type == Column::text    ? OFTString
                                        : column.type == Column::whole ? OFTInteger
                                                                       : OFTReal);
        if (column.type == Column::text && format == Format::shapefile) field.SetWidth(16);  // DBF pads to the width
        layer.CreateField(&field);
    }
}

}  // namespace

LayerFile::LayerFile(const std::filesystem::path& path, Format format, Shape shape, std::vector<Column> columns)
    : m_path(path.string()), m_columns(std::move(columns)) {
    GDALAllRegister();
    CPLSetConfigOption("OGR_CURRENT_DATE", "2025-01-15T12:00:00.000Z");
    GDALDriver* driver =
        GetGDALDriverManager()->GetDriverByName(format == Format::geopackage ? "GPKG" : "ESRI Shapefile");
    std::filesystem::remove(path);
    m_dataset = driver == nullptr ? nullptr : driver->Create(m_path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    if (m_dataset == nullptr) throw std::runtime_error(m_path + ": cannot be created");
    OGRSpatialReference crs;
    crs.importFromEPSG(3006);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    m_layer = m_dataset->CreateLayer(path.stem().c_str(), &crs, ogr_type(shape), layer_options(format).List());
    if (m_layer == nullptr) throw std::runtime_error(m_path + ": no layer could be made");
    add_columns(*m_layer, m_columns, format);
    m_dataset->StartTransaction();
}

LayerFile::~LayerFile() {
    m_dataset->CommitTransaction();
    GDALClose(m_dataset);
}

void LayerFile::add(const OGRGeometry& geometry, const std::vector<Value>& values) {
    OGRFeature feature(m_layer->GetLayerDefn());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int field = static_cast<int>(i);
        if (const auto* text = std::get_if<std::string>(&values[i])) feature.SetField(field, text->c_str());
        if (const auto* whole = std::get_if<int>(&values[i])) feature.SetField(field, *whole);
        if (const auto* real = std::get_if<double>(&values[i])) feature.SetField(field, *real);
    }
    feature.SetGeometry(&geometry);
    if (m_layer->CreateFeature(&feature) != OGRERR_NONE)
        throw std::runtime_error(m_path + ": a feature could not be written");
}

void LayerFile::add_point(Point p, const std::vector<Value>& values) {
    add(OGRPoint(p.x, p.y), values);
}

void LayerFile::add_line(const Polyline& line, const std::vector<Value>& values) {
    OGRLineString shape;
    for (const Point p : line) shape.addPoint(p.x, p.y);
    add(shape, values);
}

void LayerFile::add_polygon(const Ring& ring, const std::vector<Value>& values) {
    add(*polygon_of(ring), values);
}

std::unique_ptr<OGRGeometry> polygon_of(const Ring& ring) {
    auto polygon = std::make_unique<OGRPolygon>();
    OGRLinearRing outer;
    for (const Point p : ring) outer.addPoint(rounded(p).x, rounded(p).y);
    outer.closeRings();
    polygon->addRing(&outer);
    return polygon;
}

std::unique_ptr<OGRGeometry> joined(const std::vector<Ring>& rings) {
    OGRMultiPolygon all;
    for (const Ring& ring : rings) all.addGeometryDirectly(polygon_of(ring).release());
    std::unique_ptr<OGRGeometry> sum(all.UnionCascaded());
    return std::unique_ptr<OGRGeometry>(OGRGeometryFactory::forceToMultiPolygon(sum.release()));
}

}  // namespace exempelstad
