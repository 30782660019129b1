namespace NasEngine.Web.Security;

/// <summary>Refuses what a page of another site asks for, connections that stay open among it.</summary>
internal static class OwnOrigin
{
    /// <summary>Refuses requests with a foreign origin.</summary>
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        if (IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("A page of another site may not ask this one.\n").ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    });

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin is [{ } origin, ..] && origin != $"{request.Scheme}://{request.Host}";
}
