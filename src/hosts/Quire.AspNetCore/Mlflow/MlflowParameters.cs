using System.Globalization;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Reads what MLflow's clients send beside bodies.</summary>
internal static class MlflowParameters
{
    private const int DefaultModels = 100;
    private const int DefaultVersions = 1_000;

    /// <summary>A parameter that has to be there.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static string Needs(this Call call, string name) => call.Query(name) is { Length: > 0 } value ? value : throw Missing(name);

    /// <summary>A value of a body that has to be there.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static string Needed(string? value, string name) => value ?? throw Missing(name);

    /// <summary>A version's number.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static long Number(string? text) => long.TryParse(Needed(text, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The version is not a number from 1.", "Name an alias with GET registered-models/alias.");

    /// <summary>A search for models.</summary>
    /// <exception cref="QuireException"><c>invalid_filter</c>, <c>invalid_limit</c>.</exception>
    public static MlflowSearch ModelSearch(this Call call) => new(
        MlflowFilter.Read(call.Query("filter"), MlflowSearch.ModelTexts, []), MlflowOrder.Read(Order(call), MlflowSearch.ModelOrders), Limit(call, DefaultModels), Token(call));

    /// <summary>A search for versions.</summary>
    /// <exception cref="QuireException"><c>invalid_filter</c>, <c>invalid_limit</c>.</exception>
    public static MlflowSearch VersionSearch(this Call call) => new(
        MlflowFilter.Read(call.Query("filter"), MlflowSearch.VersionTexts, MlflowSearch.VersionNumbers), MlflowOrder.Read(Order(call), MlflowSearch.VersionOrders), Limit(call, DefaultVersions), Token(call));

    // The one parameter that comes more than once, each time with one entry.
    private static IReadOnlyList<string> Order(Call call) => [.. call.Http.Request.Query["order_by"].OfType<string>().Where(entry => entry.Length > 0)];

    // MLflow's own clients ask for pages of up to 200,000 versions, and follow the tokens of smaller ones.
    private static int Limit(Call call, int otherwise) => (int)Math.Min(call.QueryNumber("max_results") ?? otherwise, QuireLimits.PageSize.Value);

    private static string? Token(Call call) => call.Query("page_token") is { Length: > 0 } token ? token : null;

    private static QuireException Missing(string name) => new(ErrorKind.Invalid, "invalid_parameter", $"Missing value for required parameter '{name}'.");
}
