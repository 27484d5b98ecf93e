using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Annalist.Web.Components.Parts;

/// <summary>Text of a drawing: its element has the name that Razor keeps for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Place from the left.</summary>
    [Parameter, EditorRequired]
    public string X { get; set; } = "0";

    /// <summary>Place of the base line from the top.</summary>
    [Parameter, EditorRequired]
    public int Y { get; set; }

    /// <summary>The words.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddContent(3, Text);
        builder.CloseElement();
    }
}
