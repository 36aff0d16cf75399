// Does a finished result still follow from its inputs? Runs the study again and compares every file.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "outputs/run_pictures.hpp"
#include "study/run_study.hpp"

namespace lykta::study {

enum class Comparison { same, input_changed, input_missing, output_changed, output_missing, result_differs };
struct FileVerdict {
    std::string name;
    Comparison verdict = Comparison::same;
};
struct Verdict {
    std::vector<FileVerdict> inputs, outputs;
    [[nodiscard]] bool all_same() const;
};

/// The pictures of a run, drawn by whoever stands after the engine.
using DrawPictures = std::function<outputs::RunPictures(const StudyRun&)>;

/// Reads a manifest, hashes the inputs and the outputs beside it, runs the study again in a scratch folder and
/// compares. output_changed: the file beside the manifest is not what was written; result_differs: recomputing gives
/// other bytes. \throws Error{cannot_read} no manifest, or not one of Lykta's; what run_study throws
/// \param pictures  draws what the run's writer drew for the report; empty: the report had no pictures
[[nodiscard]] Verdict verify_run(const std::string& manifest_path, const Progress& progress,
                                 const DrawPictures& pictures = {});

}  // namespace lykta::study
