using Annalist.Store;
using Annalist.Worlds;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Security;

/// <summary>Puts what went wrong in plain words; what is nobody's fault but the program's says so, without its insides.</summary>
internal sealed class PlainErrors(RequestDelegate next)
{
    private const string TooLarge = "The request is larger than 20 megabytes.";
    private const string Smaller = "Send a smaller or a whole one.";

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
        // The form is read for its token first: what makes it unreadable comes wrapped in that.
        catch (Exception e) when (!context.Response.HasStarted && e is AntiforgeryValidationException or BadHttpRequestException && e.InnerException is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            bool large = e.InnerException is BadHttpRequestException;
            await Refusal.Write(context, large ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, "The request cannot be taken", large ? TooLarge : $"The form cannot be read: {e.InnerException!.Message}", large ? Smaller : "Send a form of this desk as it is.").ConfigureAwait(false);
        }
        catch (Exception e) when (!context.Response.HasStarted && (e is AntiforgeryValidationException || e.InnerException is AntiforgeryValidationException))
        {
            await Refusal.Write(context, StatusCodes.Status400BadRequest, "The form is too old", "It was made before the desk was last started, or cookies are switched off.", "Go back, load the page again and send the form once more.").ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            string detail = e.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : "The request cannot be read: " + e.Message;
            await Refusal.Write(context, e.StatusCode, "The request cannot be taken", detail, Smaller).ConfigureAwait(false);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OutOfMemoryException)
        {
            await Refusal.Write(context, StatusCodes.Status500InternalServerError, "The desk could not make this page", $"A fault of the program: {e.GetType().Name}: {e.Message}", "Nothing was changed. Tell the makers what you asked for.").ConfigureAwait(false);
        }
    }
}
