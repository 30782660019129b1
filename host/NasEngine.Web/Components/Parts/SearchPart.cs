using Microsoft.AspNetCore.Components;
using NasEngine.Web.Live;

namespace NasEngine.Web.Components.Parts;

/// <summary>A part of the page of a search that is worked out anew when the search has gone on, and only then.</summary>
public abstract class SearchPart : ComponentBase
{
    private (string Identity, long Version)? _read;

    /// <summary>The search.</summary>
    [Parameter, EditorRequired]
    public WatchedSearch Search { get; set; } = null!;

    /// <summary>Its <see cref="WatchedSearch.Version"/>.</summary>
    [Parameter]
    public long Version { get; set; }

    /// <summary>Works out what is shown.</summary>
    protected abstract void Read();

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_read != (Search.Identity, Version))
        {
            _read = (Search.Identity, Version);
            Read();
        }
    }
}
