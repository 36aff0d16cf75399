#include "viewer/panels/panel_parts.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "core/language.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/words.hpp"

namespace lykta::viewer {
namespace {

ImVec4 vector_of(Rgba colour) {
    return ImGui::ColorConvertU32ToFloat4(colour_of(colour));
}

/// The start of the UTF-8 character that holds byte `at`.
std::size_t character_start(const std::string& text, std::size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

float text_width(const char* begin, const char* end) {
    return ImGui::CalcTextSize(begin, end).x;
}

/// Dark ink on a light colour, light ink on a dark one.
ImU32 ink_on(Rgba colour) {
    return lightness(colour) > 60 ? IM_COL32(20, 24, 30, 255) : IM_COL32(255, 255, 255, 255);
}

void segment(const places::ScoreTerm& term, ImVec2 from, ImVec2 to) {
    const Rgba colour = rgba(outputs::term_colour(term.term));
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(from, to, colour_of(colour));
    const char letter[2] = {outputs::term_letter(term.term), 0};
    const ImVec2 size = ImGui::CalcTextSize(letter);
    if (to.x - from.x < size.x + 2 || to.y - from.y < size.y * 0.7F) return;
    list->AddText({(from.x + to.x - size.x) / 2, (from.y + to.y - size.y) / 2}, ink_on(colour), letter);
}

}  // namespace

void note(const std::string& text) {
    if (!text.empty()) faint_text(text);
}

void paragraph(const std::string& text) {
    if (text.empty()) return;
    ImGui::PushTextWrapPos(0.0F);
    ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
    ImGui::PopTextWrapPos();
}

void coloured_text(const std::string& text, Rgba colour) {
    ImGui::PushStyleColor(ImGuiCol_Text, vector_of(colour));
    paragraph(text);
    ImGui::PopStyleColor();
}

void bullet_lines(const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
        ImGui::Bullet();
        paragraph(line);
    }
}

void tip(const std::string& text) {
    if (text.empty() || !ImGui::IsItemHovered()) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ImGui::GetFontSize() * 26);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

std::string shortened(const std::string& text, float width) {
    const char* begin = text.c_str();
    if (text_width(begin, begin + text.size()) <= width) return text;
    const float room = width - ImGui::CalcTextSize("…").x;
    std::size_t low = 0, high = text.size();
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        (text_width(begin, begin + middle) <= room ? low : high) = middle;
    }
    return text.substr(0, character_start(text, low)) + "…";
}

void small_line(const std::string& text) {
    ImGui::PushFont(font_of(Face::small));
    ImGui::TextDisabled("%s", shortened(text, ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopFont();
}

void two_lines(const std::string& above, const std::string& below) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 1});
    ImGui::TextUnformatted(shortened(above, ImGui::GetContentRegionAvail().x).c_str());
    small_line(below);
    ImGui::PopStyleVar();
}

std::string labelled(const std::string& label, std::string_view id) {
    return label + "###" + std::string(id);
}

bool section(const std::string& title, std::string_view id, Opens opens) {
    const auto flags = opens == Opens::at_once ? ImGuiTreeNodeFlags_DefaultOpen : ImGuiTreeNodeFlags_None;
    return ImGui::CollapsingHeader(labelled(title, id).c_str(), flags);
}

bool press(const std::string& label, std::string_view id) {
    return ImGui::Button(labelled(label, id).c_str());
}

bool link(const std::string& text, std::string_view id) {
    const float width = std::max(40.0F, ImGui::GetContentRegionAvail().x);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, width), at = ImGui::GetCursorScreenPos();
    const bool pressed =
        ImGui::InvisibleButton(std::string(id).c_str(), {std::max(1.0F, size.x), std::max(1.0F, size.y)});
    const bool over = ImGui::IsItemHovered() || ImGui::IsItemFocused();
    ImGui::SetCursorScreenPos(at);
    coloured_text(text, window_colours().accent);
    if (over)
        ImGui::GetWindowDrawList()->AddLine({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y},
                                            colour_of(window_colours().accent));
    return pressed;
}

void same_line_if_fits(float width) {
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x + width <= right) ImGui::SameLine();
}

void same_line_at(float x) {
    ImGui::SameLine();
    ImGui::SetCursorPosX(x);
}

float width_of_press(const std::string& label) {
    return ImGui::CalcTextSize(label.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
}

std::string& draft(std::string_view id, const std::string& first) {
    static std::map<ImGuiID, std::string> drafts;
    return drafts.try_emplace(ImGui::GetID(id.data(), id.data() + id.size()), first).first->second;
}

Typed text_field(std::string_view id, const std::string& hint, std::string& text) {
    std::array<char, 512> buffer{};
    std::memcpy(buffer.data(), text.data(), std::min(text.size(), buffer.size() - 1));
    const std::string name = "##" + std::string(id);
    const bool entered = ImGui::InputTextWithHint(name.c_str(), hint.c_str(), buffer.data(), buffer.size(),
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    const bool changed = text != buffer.data();
    if (changed) text = buffer.data();
    return entered ? Typed::entered : changed ? Typed::changed : Typed::nothing;
}

void score_bar(const places::RankedPlace& place, ImVec2 size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + size.x, at.y + size.y}, colour_of(with_alpha(window_colours().line, 0.5)));
    float x = at.x;
    for (const auto& term : place.terms) {
        const float width = size.x * static_cast<float>(term.points / 100);
        if (width > 0.5F) segment(term, {x, at.y}, {x + width, at.y + size.y});
        x += std::max(0.0F, width);
    }
    ImGui::Dummy(size);
}

void rank_range_bar(const RankRange& range, ImVec2 size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const double span = std::max(1.0, range.last - 1);
    const auto x_of = [&](double rank) {
        return at.x + 3 + (size.x - 6) * static_cast<float>(std::clamp((rank - 1) / span, 0.0, 1.0));
    };
    const float y = at.y + size.y / 2;
    auto* list = ImGui::GetWindowDrawList();
    list->AddLine({at.x, y}, {at.x + size.x, y}, colour_of(window_colours().line));
    list->AddLine({x_of(range.low), y}, {x_of(range.high) + 0.5F, y}, colour_of(window_colours().accent), 3.0F);
    list->AddCircleFilled({x_of(range.rank), y}, std::min(4.0F, size.y / 2), colour_of(window_colours().ink));
    ImGui::Dummy(size);
}

bool nothing_open(const ViewerState& state) {
    if (state.project) return false;
    faint_text(state.opening.empty() ? std::string(tr("Nothing is open. Open a study, run.json or lykta.gpkg."))
                                     : say("Opening {} …", state.opening));
    return true;
}

std::string numbered_name(const places::RankedPlace& place) {
    return fmt::format("{}. {}", place.rank, place.place.name);
}

}  // namespace lykta::viewer
