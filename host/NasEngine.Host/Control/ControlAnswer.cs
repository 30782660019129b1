namespace NasEngine.Host.Control;

/// <summary>What came of a wish to a search.</summary>
/// <param name="State">Its state from then on, in a word: see <see cref="Commands.ListCommand.StateOf"/>.</param>
/// <param name="Sentence">One sentence for who wished it, the same on the command line and on a page.</param>
internal sealed record ControlAnswer(string State, string Sentence);
