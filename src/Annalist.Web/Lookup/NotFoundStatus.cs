using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Lookup;

/// <summary>Answers "not found" with the page that says what is missing.</summary>
internal static class NotFoundStatus
{
    /// <summary>Sets the status when the answer begins: set earlier, the renderer would drop the page for the plain one of addresses without a page.</summary>
    public static void Set(HttpContext context) => context.Response.OnStarting(static state =>
    {
        ((HttpContext)state).Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }, context);
}
