using Annalist.Store;
using Annalist.Worlds;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Security;

/// <summary>Puts what went wrong in plain words; what is nobody's fault but the program's says so, without its insides.</summary>
internal sealed class PlainErrors(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked has gone away.
        }
        catch (RecordException e) when (!context.Response.HasStarted)
        {
            await Refusal.Write(context, StatusCodes.Status409Conflict, "The record says no", e.Message, e.Remedy).ConfigureAwait(false);
        }
        catch (QuestionException e) when (!context.Response.HasStarted)
        {
            await Refusal.Write(context, StatusCodes.Status400BadRequest, "The question cannot be answered as it was put", e.Message, e.Remedy).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException) when (!context.Response.HasStarted)
        {
            await Refusal.Write(context, StatusCodes.Status400BadRequest, "The form is too old", "It was made before the desk was last started, or cookies are switched off.", "Go back, load the page again and send the form once more.").ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            string detail = e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request is larger than 20 megabytes." : "The request cannot be read: " + e.Message;
            await Refusal.Write(context, e.StatusCode, "The request cannot be taken", detail, "Send a smaller or a whole one.").ConfigureAwait(false);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OutOfMemoryException)
        {
            await Refusal.Write(context, StatusCodes.Status500InternalServerError, "The desk could not make this page", $"A fault of the program: {e.GetType().Name}: {e.Message}", "Nothing was changed. Tell the makers what you asked for.").ConfigureAwait(false);
        }
    }
}
