// A link as a picture for a telephone's camera (QR code, ISO/IEC 18004), drawn as one path.
import { encode } from "uqr";

/** Empty modules around the code, as the standard asks for. */
const quietZone = 4;

/**
 * @param props.text what the picture stands for
 * @param props.label what it is, for those who cannot see it
 */
export const QrCode = (props: { readonly text: string; readonly label: string }) => {
  const { data, size } = encode(props.text, { ecc: "M", border: quietZone });
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      width="160"
      height="160"
      role="img"
      aria-label={props.label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={modules.join("")} fill="#000" />
    </svg>
  );
};
