// One file looked at alone: what it is read as, how many rows can be used, what is wrong and what to do about it.
// `lykta check` prints this; the bad-input runner compares it with what is expected.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/crs.hpp"
#include "layers/read_layers.hpp"

namespace lykta::layers {

/// Did the user say --as, or is the kind to be detected?
enum class KindGiven { by_user, detect };

struct SetAsideGroup {
    std::string reason;  ///< code, e.g. "axes_swapped"
    std::int64_t count = 0;
    std::vector<std::int64_t> rows;  ///< all of them
};

struct CheckResult {
    std::string file;     ///< name without folder
    std::string outcome;  ///< "ok", "warning", "error"
    std::string kind;     ///< "incidents" …
    std::string crs;      ///< the file's, once settled
    std::int64_t rows_read = 0, rows_used = 0;
    std::vector<SetAsideGroup> set_aside;
    std::vector<std::string> notes;      ///< what was taken: columns, CRS, encoding, defaults
    std::vector<std::string> messages;   ///< what is wrong, and the cure
    std::optional<int> error_exit_code;  ///< of an error
    std::vector<SourceReport> reports;   ///< of the layer read, for reject files; empty after an error
};

/// Reads the file as the layer options.kind (or what it looks like), into `project` or, without one, a metric CRS that
/// suits its place. Never throws for what the file holds: that is outcome "error" with the message.
[[nodiscard]] CheckResult check_file(const LayerOptions& options, KindGiven given,
                                     const std::optional<Crs>& project = std::nullopt);

/// {file, outcome, rows_read, rows_used, set_aside:[{reason,count,rows}], notes, messages}
[[nodiscard]] std::string to_json(const CheckResult& result);
[[nodiscard]] std::string to_text(const CheckResult& result);

}  // namespace lykta::layers
