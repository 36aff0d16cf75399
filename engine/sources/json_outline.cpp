// Walking over JSON with a cursor: strings and brackets are enough to find where values begin and end.
#include "sources/json_outline.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

std::string line_and_column(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const auto before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto start = before.rfind('\n');
    return say("line {0}, column {1}", line, offset - (start == before.npos ? 0 : start + 1) + 1);
}

void refuse_json(const std::string& file, std::string_view text, std::size_t offset, const std::string& why) {
    throw Error{ErrorCode::bad_input, say("{0}: not valid JSON at {1}: {2}; nothing was read. Export the file again",
                                          file, line_and_column(text, offset), why)};
}

namespace {

/// Walks through the whole text and keeps where the first fault is.
struct FaultFinder final : nlohmann::json_sax<nlohmann::json> {
    std::size_t fault = std::string::npos;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        fault = position > 0 ? position - 1 : 0;
        return false;
    }
};

/// The outline passes over what stands inside features, so a fault it meets need not be the first of the file.
[[noreturn]] void refuse_first_fault(const std::string& file, std::string_view text, std::size_t offset,
                                     const std::string& why) {
    FaultFinder finder;
    nlohmann::json::sax_parse(text, &finder);
    if (finder.fault < offset) refuse_json(file, text, finder.fault, say("unexpected character"));
    refuse_json(file, text, offset, why);
}

[[noreturn]] void refuse_end(const std::string& file, std::string_view text) {
    throw Error{
        ErrorCode::cannot_read,
        say("{0}: unexpected end at byte offset {1} ({2}): the file was cut off; nothing of it is used. Fetch it "
            "again",
            file, text.size(), line_and_column(text, text.size()))};
}

[[noreturn]] void refuse_depth(const std::string& file, std::string_view text, std::size_t offset) {
    throw Error{ErrorCode::bad_input, say("{0}: brackets nested too deep at {1} (the limit is {2}); nothing was read",
                                          file, line_and_column(text, offset), json_depth_limit)};
}

/// Position after the string that opens at `at`; text.size() + 1 where it never closes.
std::size_t after_string(std::string_view text, std::size_t at) {
    at = text.find_first_of("\"\\", at + 1);
    while (at != text.npos && text[at] == '\\')
        at = at + 2 <= text.size() ? text.find_first_of("\"\\", at + 2) : text.npos;
    return (at == text.npos ? text.size() : at) + 1;
}

/// One pass before anything is built: depth over the limit and a missing end are found without recursion.
void check_brackets(std::string_view text, const std::string& file) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            at = after_string(text, at);
            continue;
        }
        if (c == '{' || c == '[')
            if (++depth > json_depth_limit) refuse_depth(file, text, at);
        if (c == '}' || c == ']') --depth;
        ++at;
        if (at > text.size()) break;
    }
    if (depth > 0) refuse_end(file, text);
}

class Cursor {
public:
    Cursor(std::string_view text, const std::string& file) : m_text(text), m_file(file) {}

    void skip_blanks() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' ||
                                        m_text[m_at] == '\t' || m_text[m_at] == '\x1E'))
            ++m_at;
    }
    [[nodiscard]] bool at_end() {
        skip_blanks();
        return m_at >= m_text.size();
    }
    [[nodiscard]] char next() {
        if (at_end()) refuse_end(m_file, m_text);
        return m_text[m_at];
    }
    void take(char wanted) {
        if (next() != wanted) refuse_first_fault(m_file, m_text, m_at, say("'{}' was expected here", wanted));
        ++m_at;
    }
    bool take_if(char wanted) {
        if (next() != wanted) return false;
        ++m_at;
        return true;
    }
    /// The bytes of one value. Brackets are matched; what stands between them is judged when the value is parsed.
    JsonSlice take_value() {
        const char c = next();
        const auto begin = m_at;
        if (c == '"')
            m_at = after_string(m_text, m_at);
        else if (c == '{' || c == '[')
            skip_brackets();
        else
            m_at = std::min(m_text.find_first_of(",]} \t\r\n", m_at), m_text.size());
        if (m_at > m_text.size()) refuse_end(m_file, m_text);
        if (m_at == begin) refuse_first_fault(m_file, m_text, begin, say("a value was expected here"));
        return {begin, m_at};
    }
    [[nodiscard]] std::size_t position() const { return m_at; }

private:
    void skip_brackets() {
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                m_at = after_string(m_text, m_at);
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[') ++depth;
            if ((c == '}' || c == ']') && --depth == 0) return;
        }
        m_at = m_text.size() + 1;
    }
    std::string_view m_text;
    const std::string& m_file;
    std::size_t m_at = 0;
};

nlohmann::json parse_slice(std::string_view text, const JsonSlice& slice, const std::string& file) {
    try {
        return nlohmann::json::parse(slice.in(text));
    } catch (const nlohmann::json::parse_error& fault) {
        refuse_json(file, text, slice.begin + (fault.byte > 0 ? fault.byte - 1 : 0), say("unexpected character"));
    } catch (const nlohmann::json::exception&) {
        return nullptr;  // a number beyond double, in a member nobody reads
    }
}

std::vector<JsonSlice> take_list(Cursor& cursor) {
    std::vector<JsonSlice> elements;
    cursor.take('[');
    if (cursor.take_if(']')) return elements;
    do elements.push_back(cursor.take_value());
    while (cursor.take_if(','));
    cursor.take(']');
    return elements;
}

/// Reads the members of one top-level object.
void take_object(Cursor& cursor, std::string_view text, const std::string& file, JsonOutline& outline) {
    const auto begin = cursor.position();
    cursor.take('{');
    if (cursor.take_if('}')) return;
    bool has_esri_reference = false;
    do {
        if (cursor.next() != '"')
            refuse_first_fault(file, text, cursor.position(), say("a name in quotation marks was expected here"));
        const auto key = parse_slice(text, cursor.take_value(), file).get<std::string>();
        cursor.take(':');
        if (key == "features" && cursor.next() == '[') {
            outline.features = take_list(cursor);
            outline.has_features = true;
            continue;
        }
        const auto value = cursor.take_value();
        if (key == "crs") outline.crs = value;
        if (key == "spatialReference") has_esri_reference = true;
        const bool belongs_to_feature =
            key == "geometry" || key == "properties" || key == "coordinates" || key == "geometries";
        if (belongs_to_feature) continue;  // parsed with the feature itself
        const auto parsed = parse_slice(text, value, file);
        if (key == "type" && parsed.is_string()) outline.type = parsed.get<std::string>();
    } while (cursor.take_if(','));
    cursor.take('}');
    outline.from_esri = has_esri_reference && outline.type.empty();
    if (!outline.has_features) outline.features.push_back({begin, cursor.position()});
}

}  // namespace

JsonOutline outline_of(std::string_view text, const std::string& file) {
    check_brackets(text, file);
    Cursor cursor{text, file};
    JsonOutline outline;
    if (cursor.next() != '{') {
        if (cursor.next() == '[') outline.type.push_back('[');
        return outline;
    }
    take_object(cursor, text, file, outline);
    while (!cursor.at_end()) {  // one feature per line (GeoJSON text sequences)
        if (outline.type != "Feature" || cursor.next() != '{')
            refuse_first_fault(file, text, cursor.position(), say("text after the end of the collection"));
        outline.features.push_back(cursor.take_value());
    }
    return outline;
}

}  // namespace lykta::sources
