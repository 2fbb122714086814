import QRCode from 'qrcode';

// Quarter of the code may be scratched or covered before it stops working: it hangs in shops.
const options = { errorCorrectionLevel: 'Q', margin: 4 } as const;

/** A QR code as a drawing that scales to any size of print. */
export function qrCodeSvg(address: string): Promise<string> {
  return QRCode.toString(address, { ...options, type: 'svg' });
}

/** A QR code as a picture for documents and shop displays. */
export function qrCodePng(address: string): Promise<Buffer> {
  return QRCode.toBuffer(address, { ...options, type: 'png', width: 1024 });
}
