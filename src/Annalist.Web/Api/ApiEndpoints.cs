using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Annalist.Web.Api;

/// <summary>The HTTP interface: what the pages show, for programs.</summary>
internal static class ApiEndpoints
{
    public static void AddServices(IServiceCollection services) => services.AddOpenApi();

    public static void Map(WebApplication app) => app.MapOpenApi("/api/openapi.json");
}
