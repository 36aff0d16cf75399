#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace lykta::cli {

namespace {

constexpr int bar_cells = 24;

std::string bar(double share) {
    const int filled = static_cast<int>(std::clamp(share, 0.0, 1.0) * bar_cells);
    std::string cells;
    for (int i = 0; i < bar_cells; ++i) cells += i < filled ? "█" : "░";
    return cells;
}

}  // namespace

ProgressBar::ProgressBar(Show show) : m_on(show == Show::when_terminal && ::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    clear();
}

void ProgressBar::clear() const {
    if (m_on) std::cerr << "\r\033[K" << std::flush;
}

study::Progress ProgressBar::callback() {
    return [this](const std::string& stage, double share) {
        if (m_on) std::cerr << "\r\033[K" << bar(share) << ' ' << stage << std::flush;
    };
}

}  // namespace lykta::cli
