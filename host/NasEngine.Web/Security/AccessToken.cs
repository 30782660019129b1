using System.Security.Cryptography;
using System.Text;

namespace NasEngine.Web.Security;

/// <summary>
/// What browsers must show where other machines can ask: once in the address, from then on in a cookie that scripts do not see and
/// that other sites do not send.
/// </summary>
/// <param name="text">The token.</param>
internal sealed class AccessToken(string text)
{
    /// <summary>Name of the parameter in the address.</summary>
    public const string Parameter = "token";

    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "nas-token";

    private const int Bytes = 32;

    private readonly byte[] _hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>The token.</summary>
    public string Text => text;

    /// <summary>A token of 256 random bits.</summary>
    public static AccessToken Drawn() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Refuses requests without it.</summary>
    public void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        if (Is(context.Request.Cookies[Cookie]))
        {
            await next(context).ConfigureAwait(false);
        }
        else if (Is(context.Request.Query[Parameter]))
        {
            context.Response.Cookies.Append(
                Cookie, text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            context.Response.Redirect(context.Request.Path);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync("Open the address with the token that 'nas serve' printed.\n").ConfigureAwait(false);
        }
    });

    /// <summary>In the same time whatever was said.</summary>
    private bool Is(string? said) =>
        said is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(said)), _hash);
}
