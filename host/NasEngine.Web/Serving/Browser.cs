using System.ComponentModel;
using System.Diagnostics;

namespace NasEngine.Web.Serving;

/// <summary>The user's browser.</summary>
internal static class Browser
{
    private const string Opener = "xdg-open";

    /// <summary>Opens an address; a sentence where that cannot be done.</summary>
    public static string? Open(string address)
    {
        try
        {
            using var opened =
                Process.Start(new ProcessStartInfo(Opener, [address]) { RedirectStandardOutput = true, RedirectStandardError = true });
            return null;
        }
        catch (Win32Exception)
        {
            return $"No browser is opened, since there is no '{Opener}'; open the address yourself.";
        }
    }
}
