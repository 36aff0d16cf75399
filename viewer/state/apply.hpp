// One overload a command; the files apply_*.cpp hold them by topic. Only commands.cpp calls them.
#pragma once
#include "viewer/state/context.hpp"

namespace lykta::viewer {

void apply(Context& context, const command::Open& command);
void apply(Context& context, const command::OpenBeside& command);
void apply(Context& context, const command::OpenBaseRaster& command);
void apply(Context& context, const command::CancelJob& command);
void apply(Context& context, const command::Quit& command);
void apply(Context& context, const command::SetView& command);
void apply(Context& context, const command::Drag& command);
void apply(Context& context, const command::Zoom& command);
void apply(Context& context, const command::Turn& command);
void apply(Context& context, const command::NorthUp& command);
void apply(Context& context, const command::ShowAll& command);
void apply(Context& context, const command::ShowBox& command);
void apply(Context& context, const command::SetTool& command);
void apply(Context& context, const command::Click& command);
void apply(Context& context, const command::PointerAt& command);
void apply(Context& context, const command::DragItem& command);
void apply(Context& context, const command::TurnCamera& command);
void apply(Context& context, const command::EndSketch& command);
void apply(Context& context, const command::ClearSketch& command);
void apply(Context& context, const command::ShowLayer& command);
void apply(Context& context, const command::SetOpacity& command);
void apply(Context& context, const command::MoveLayer& command);
void apply(Context& context, const command::ResetLayers& command);
void apply(Context& context, const command::SetNight& command);
void apply(Context& context, const command::SelectPlace& command);
void apply(Context& context, const command::NextPlace& command);
void apply(Context& context, const command::SortPlaces& command);
void apply(Context& context, const command::FilterPlaces& command);
void apply(Context& context, const command::MarkPlace& command);
void apply(Context& context, const command::MarkListed& command);
void apply(Context& context, const command::Search& command);
void apply(Context& context, const command::GoToHit& command);
void apply(Context& context, const command::SetBudget& command);
void apply(Context& context, const command::SetObjective& command);
void apply(Context& context, const command::SetPeriod& command);
void apply(Context& context, const command::ComparePeriod& command);
void apply(Context& context, const command::SetPlayStep& command);
void apply(Context& context, const command::Play& command);
void apply(Context& context, const command::StepPeriod& command);
void apply(Context& context, const command::SetCompare& command);
void apply(Context& context, const command::SetSplit& command);
void apply(Context& context, const command::AddItem& command);
void apply(Context& context, const command::RemoveItem& command);
void apply(Context& context, const command::SelectItem& command);
void apply(Context& context, const command::StartFromPortfolio& command);
void apply(Context& context, const command::NewScenario& command);
void apply(Context& context, const command::SaveScenario& command);
void apply(Context& context, const command::LoadScenario& command);
void apply(Context& context, const command::DeleteScenario& command);
void apply(Context& context, const command::CompareScenarios& command);
void apply(Context& context, const command::ExportScenario& command);
void apply(Context& context, const command::Undo& command);
void apply(Context& context, const command::Redo& command);
void apply(Context& context, const command::WritePage& command);
void apply(Context& context, const command::SetPage& command);
void apply(Context& context, const command::WritePlaces& command);
void apply(Context& context, const command::SetLanguage& command);
void apply(Context& context, const command::SetTextScale& command);
void apply(Context& context, const command::ShowLeft& command);
void apply(Context& context, const command::ShowRight& command);
void apply(Context& context, const command::OpenSide& command);
void apply(Context& context, const command::OpenTime& command);
void apply(Context& context, const command::OpenLegend& command);
void apply(Context& context, const command::OpenHelp& command);
void apply(Context& context, const command::OpenAbout& command);
void apply(Context& context, const command::OpenExport& command);
void apply(Context& context, const command::DismissNotice& command);
void apply(Context& context, const command::Tell& command);

}  // namespace lykta::viewer
