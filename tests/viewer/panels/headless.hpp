// Panels without a window or a graphics library: a Dear ImGui context of its own, frames drawn over a state, and what
// was drawn read back glyph by glyph, so that a test can find a text, click it, and see whether anything was cut.
#pragma once
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

#include "core/language.hpp"
#include "viewer/panels/look.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer::testing {

using Panel = std::function<void(const ViewerState&, Commands&)>;

struct HeadlessOptions {
    double width = 1280, height = 800, scale = 1;
    bool night = false;
    Language language = Language::swedish;
};

/// One visible sign of the last frame, where it stands and where it may.
struct Glyph {
    unsigned code = 0;
    Box box, clip;             ///< screen pixels, y down
    bool is_narrowed = false;  ///< its sides were cut away by the widget it stands in
};

/// A state with the fields a frame needs; layers as first drawn.
[[nodiscard]] inline ViewerState plain_state() {
    ViewerState state;
    for (int id = 0; id < layer_count; ++id) state.layers.push_back({.id = static_cast<LayerId>(id)});
    return state;
}

template <class C>
[[nodiscard]] const C* find_command(const std::vector<Command>& commands) {
    for (const Command& command : commands) {
        if (const C* found = std::get_if<C>(&command)) return found;
    }
    return nullptr;
}

/// A panel that draws into the current window, hosted as the window does it: a box of this width, scrolled when long.
[[nodiscard]] inline Panel hosted(Panel panel, float width, float height = 700) {
    return [=](const ViewerState& state, Commands& commands) {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({width, height});
        ImGui::Begin("host", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
        ImGui::BeginChild("content");
        panel(state, commands);
        ImGui::EndChild();
        ImGui::End();
    };
}

class Headless {
public:
    explicit Headless(const HeadlessOptions& options = {}) : m_options(options) {
        set_language(options.language);
        m_context = ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = io.LogFilename = nullptr;
        io.DisplaySize = {static_cast<float>(options.width), static_cast<float>(options.height)};
        io.DeltaTime = 1.0F / 60;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
        io.SetClipboardTextFn = [](void*, const char*) {};
        io.GetClipboardTextFn = [](void*) { return ""; };
        set_look(options.scale, options.night);
    }
    ~Headless() {
        ImGui::DestroyContext(m_context);
        set_language(Language::swedish);
    }
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// Frames over a state that does not change. \returns what was asked for in all of them
    std::vector<Command> run(const Panel& panel, const ViewerState& state, int frames = 3) {
        Commands commands;
        for (int frame = 0; frame < frames; ++frame) one_frame(panel, state, commands);
        return commands.take();
    }
    /// Presses the mouse on the middle of a text that is drawn. \pre has_text(text) after a run
    std::vector<Command> click(const Panel& panel, const ViewerState& state, const std::string& text) {
        const Box box = box_of_text(text);
        return box.empty() ? std::vector<Command>{} : click_at(panel, state, middle(box));
    }
    std::vector<Command> click_at(const Panel& panel, const ViewerState& state, ImVec2 at) {
        return drag(panel, state, {at, at});
    }
    /// Mouse down at the first point, moved over the others, up at the last.
    std::vector<Command> drag(const Panel& panel, const ViewerState& state, const std::vector<ImVec2>& way) {
        ImGuiIO& io = ImGui::GetIO();
        Commands commands;
        io.MousePos = way.front();
        for (int frame = 0; frame < 2; ++frame) one_frame(panel, state, commands);
        io.MouseDown[0] = true;
        for (const ImVec2 at : way) {
            io.MousePos = at;
            one_frame(panel, state, commands);
        }
        io.MouseDown[0] = false;
        for (int frame = 0; frame < 2; ++frame) one_frame(panel, state, commands);
        return commands.take();
    }
    /// Activates a widget by its labels, outermost first: {"##top", "##night"}. Symbols have no text to click on.
    std::vector<Command> activate(const Panel& panel, const ViewerState& state, const std::vector<std::string>& path) {
        ImGuiID id = 0;
        for (std::size_t i = 0; i < path.size(); ++i) id = ImHashStr(path[i].c_str(), 0, id);
        ImGui::ActivateItem(id);
        return run(panel, state);
    }
    std::vector<Command> type(const Panel& panel, const ViewerState& state, const std::string& text) {
        ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
        return run(panel, state, 2);
    }
    std::vector<Command> press(const Panel& panel, const ViewerState& state, ImGuiKey key) {
        Commands commands;
        ImGui::GetIO().KeysDown[key] = true;
        one_frame(panel, state, commands);
        ImGui::GetIO().KeysDown[key] = false;
        one_frame(panel, state, commands);
        return commands.take();
    }

    /// All signs drawn by the last frame, in the order drawn; spaces are not signs.
    [[nodiscard]] const std::vector<Glyph>& glyphs() const { return m_glyphs; }
    [[nodiscard]] bool has_text(const std::string& text) const { return find(text) != m_glyphs.size(); }
    /// Where a text stands (spaces do not count); empty when it is not drawn.
    [[nodiscard]] Box box_of_text(const std::string& text) const {
        Box box;
        const std::size_t at = find(text), count = signs_of(text).size();
        for (std::size_t i = at; i < at + count && i < m_glyphs.size(); ++i) {
            box.grow({m_glyphs[i].box.min_x, m_glyphs[i].box.min_y});
            box.grow({m_glyphs[i].box.max_x, m_glyphs[i].box.max_y});
        }
        return box;
    }
    /// Texts cut at a side, each with its whole line: what must never happen. Cut above or below is scrolling.
    [[nodiscard]] std::vector<std::string> cut_texts() const {
        std::vector<std::string> cut;
        for (std::size_t i = 0; i < m_glyphs.size(); ++i) {
            if (is_cut(m_glyphs[i])) cut.push_back(line_of(i));
        }
        cut.erase(std::unique(cut.begin(), cut.end()), cut.end());
        return cut;
    }
    /// Every text of the last frame, a line each: for messages of failing tests.
    [[nodiscard]] std::string all_text() const {
        std::string all;
        for (std::size_t i = 0; i < m_glyphs.size(); ++i) {
            if (i > 0 && !on_one_line(m_glyphs[i - 1], m_glyphs[i])) all += '\n';
            append(all, m_glyphs[i].code);
        }
        return all;
    }
    static ImVec2 middle(const Box& box) {
        return {static_cast<float>((box.min_x + box.max_x) / 2), static_cast<float>((box.min_y + box.max_y) / 2)};
    }

private:
    struct Known {
        unsigned code;
        ImFontGlyph glyph;
    };

    void one_frame(const Panel& panel, const ViewerState& state, Commands& commands) {
        set_language(m_options.language);  // whoever made the state may have set another
        set_look(m_options.scale, m_options.night);
        ImGui::NewFrame();
        panel(state, commands);
        ImGui::Render();
        read_glyphs();
    }

    // Where each glyph lies in the atlas: sorted by U0 so that a quad's corner finds its glyph.
    [[nodiscard]] static std::multimap<float, Known> atlas_index() {
        std::multimap<float, Known> index;
        for (const ImFont* font : ImGui::GetIO().Fonts->Fonts) {
            for (const ImFontGlyph& glyph : font->Glyphs) {
                if (glyph.Visible) index.emplace(glyph.U0, Known{glyph.Codepoint, glyph});
            }
        }
        return index;
    }
    void read_glyphs() {
        m_glyphs.clear();
        if (m_index.empty()) m_index = atlas_index();
        const ImDrawData& data = *ImGui::GetDrawData();
        for (int n = 0; n < data.CmdListsCount; ++n) {
            for (const ImDrawCmd& cmd : data.CmdLists[n]->CmdBuffer) read_glyphs_of(*data.CmdLists[n], cmd);
        }
    }
    void read_glyphs_of(const ImDrawList& list, const ImDrawCmd& cmd) {
        const Box clip{cmd.ClipRect.x, cmd.ClipRect.y, cmd.ClipRect.z, cmd.ClipRect.w};
        for (unsigned i = 0; i + 6 <= cmd.ElemCount; i += 3) {
            const ImDrawIdx* at = list.IdxBuffer.Data + cmd.IdxOffset + i;
            const bool is_quad =
                at[1] == at[0] + 1 && at[2] == at[0] + 2 && at[3] == at[0] && at[4] == at[2] && at[5] == at[0] + 3;
            if (!is_quad) continue;
            const ImDrawVert* corner = list.VtxBuffer.Data + cmd.VtxOffset + at[0];
            if (const Known* known = glyph_at(corner[0].uv, corner[2].uv)) add_glyph(*known, corner, clip);
        }
    }
    void add_glyph(const Known& known, const ImDrawVert* corner, const Box& clip) {
        Glyph glyph{.code = known.code, .clip = clip};
        for (int i = 0; i < 4; ++i) glyph.box.grow({corner[i].pos.x, corner[i].pos.y});
        glyph.is_narrowed = corner[2].uv.x - corner[0].uv.x < (known.glyph.U1 - known.glyph.U0) * 0.98F;
        const bool is_seen = glyph.box.max_y > clip.min_y && glyph.box.min_y < clip.max_y;
        if (is_seen) m_glyphs.push_back(glyph);
    }
    [[nodiscard]] const Known* glyph_at(ImVec2 from, ImVec2 to) const {
        constexpr float slack = 1e-6F;
        for (auto it = m_index.upper_bound(from.x + slack); it != m_index.begin();) {
            --it;
            const ImFontGlyph& glyph = it->second.glyph;
            if (from.x - glyph.U0 > 0.2F) break;
            const bool inside = from.x >= glyph.U0 - slack && to.x <= glyph.U1 + slack && from.y >= glyph.V0 - slack &&
                                to.y <= glyph.V1 + slack && to.x > from.x && to.y > from.y;
            if (inside) return &it->second;
        }
        return nullptr;
    }
    [[nodiscard]] static bool is_cut(const Glyph& glyph) {
        return glyph.is_narrowed || glyph.box.min_x < glyph.clip.min_x - 1 || glyph.box.max_x > glyph.clip.max_x + 1;
    }
    [[nodiscard]] static bool on_one_line(const Glyph& a, const Glyph& b) {
        const double gap = b.box.min_x - a.box.max_x;
        return gap > -6 && gap < 14 && std::abs(a.box.max_y - b.box.max_y) < 14;
    }
    [[nodiscard]] std::string line_of(std::size_t at) const {
        std::size_t first = at, last = at;
        while (first > 0 && on_one_line(m_glyphs[first - 1], m_glyphs[first])) --first;
        while (last + 1 < m_glyphs.size() && on_one_line(m_glyphs[last], m_glyphs[last + 1])) ++last;
        std::string line;
        for (std::size_t i = first; i <= last; ++i) append(line, m_glyphs[i].code);
        return line;
    }
    static void append(std::string& text, unsigned code) {
        char bytes[5];
        text += ImTextCharToUtf8(bytes, code);
    }
    [[nodiscard]] static std::vector<unsigned> signs_of(const std::string& text) {
        std::vector<unsigned> signs;
        const char *at = text.data(), *end = at + text.size();
        while (at < end) {
            unsigned code = 0;
            at += ImTextCharFromUtf8(&code, at, end);
            if (code > ' ' && code != 0xa0 && code != 0x202f && code != 0x2009) signs.push_back(code);
        }
        return signs;
    }
    [[nodiscard]] std::size_t find(const std::string& text) const {
        const std::vector<unsigned> signs = signs_of(text);
        if (signs.empty()) return m_glyphs.size();
        const auto it = std::search(m_glyphs.begin(), m_glyphs.end(), signs.begin(), signs.end(),
                                    [](const Glyph& glyph, unsigned sign) { return glyph.code == sign; });
        return static_cast<std::size_t>(it - m_glyphs.begin());
    }

    HeadlessOptions m_options;
    ImGuiContext* m_context = nullptr;
    std::multimap<float, Known> m_index;
    std::vector<Glyph> m_glyphs;
};

}  // namespace lykta::viewer::testing
