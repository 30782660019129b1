using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Display;

/// <summary>Shows a running search; ends when disposed.</summary>
internal interface ISearchDisplay : ISearchObserver, IDisposable;
