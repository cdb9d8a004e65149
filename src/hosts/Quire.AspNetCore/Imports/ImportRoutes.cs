using Microsoft.AspNetCore.Builder;

namespace Quire.AspNetCore.Imports;

/// <summary>The words with which routes of imports are declared.</summary>
internal static class ImportRoutes
{
    /// <summary>Takes what every import may be told, in the query.</summary>
    public static IEndpointConventionBuilder TakesImportSettings(this IEndpointConventionBuilder route) => ImportSettings.Declare(route);
}
