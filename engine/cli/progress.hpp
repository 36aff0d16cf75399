// A progress bar on a terminal; silence in a pipe.
#pragma once
#include <string>

#include "study/load_city.hpp"

namespace lykta::cli {

enum class Show { when_terminal, never };

/// Draws on stderr, one line, and clears it when it goes.
class ProgressBar {
public:
    explicit ProgressBar(Show show);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    [[nodiscard]] study::Progress callback();
    void clear() const;  ///< before something is printed below it

private:
    bool m_on = false;
};

}  // namespace lykta::cli
