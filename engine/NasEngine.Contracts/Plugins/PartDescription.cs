namespace NasEngine.Contracts;

/// <summary>A part as listings show it.</summary>
/// <param name="Id">Name in recipes.</param>
/// <param name="Summary">One line.</param>
/// <param name="Plugin">Name of the plugin that offers it.</param>
/// <param name="Options">Its options.</param>
public sealed record PartDescription(string Id, string Summary, string Plugin, IReadOnlyList<OptionDescription> Options);
