namespace NasEngine.Host.Commands.Importing;

/// <summary>What <c>nas import</c> takes over; the word on the command line.</summary>
internal enum ImportKind
{
    /// <summary>A table of results.</summary>
    Table,
}
