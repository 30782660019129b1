namespace NasEngine.Host.Display;

/// <summary>Shows a running search until it is disposed of.</summary>
internal interface ISearchDisplay : IDisposable;
