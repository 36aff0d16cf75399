// The photometric files a lamp register names: each read once, what is missing counted.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/reading.hpp"

namespace lykta::layers {

class PhotometryShelf {
public:
    /// Files are looked for in options.photometry_folder, else beside the source.
    /// \throws Error as read_photometry for options.photometry, the file of lamps that name none
    explicit PhotometryShelf(const LayerOptions& options);

    /// The file a cell names: its last part (no folders from a register), with or without ending, any case. The default
    /// where the cell is empty or its file is missing or broken; empty when there is none. Counts what it did.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view cell);
    [[nodiscard]] const Photometry& at(std::uint32_t index) const { return m_read[index]; }
    /// Issues: photometry_missing and photometry_broken per name with the lamps concerned, photometry_note per file.
    void report(Reading& reading) const;
    [[nodiscard]] std::vector<Photometry> take() { return std::move(m_read); }

private:
    struct Named {
        std::optional<std::uint32_t> index;
        std::string trouble;  ///< empty: read, or not there
        std::int64_t lamps = 0;
    };
    [[nodiscard]] Named look_up(const std::string& name);
    void list_folder(const std::string& folder);

    std::map<std::string, std::string> m_paths;  ///< small file name → path
    std::map<std::string, Named> m_named;
    std::vector<Photometry> m_read;
    std::optional<std::uint32_t> m_default;
};

}  // namespace lykta::layers
