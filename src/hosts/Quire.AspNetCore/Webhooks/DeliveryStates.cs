using Quire.Core.Errors;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>States of deliveries as words.</summary>
internal static class DeliveryStates
{
    /// <summary>The word of a state.</summary>
    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Pending => "pending",
        DeliveryState.Delivered => "delivered",
        _ => "dead",
    };

    /// <summary>The state of a word; null where there is none.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static DeliveryState? Parse(string? word) => word switch
    {
        null => null,
        "pending" => DeliveryState.Pending,
        "delivered" => DeliveryState.Delivered,
        "dead" => DeliveryState.Dead,
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The parameter 'state' is none of pending, delivered and dead."),
    };
}
