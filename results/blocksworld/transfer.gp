# transfer.svg, drawn from transfer.tsv. To change it, edit this file and run: gnuplot transfer.gp
# As pdf: gnuplot -e "format='pdf'" transfer.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.723in,3.510in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 837,337 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'transfer'
}
set output 'transfer'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.2030
set rmargin at screen 0.9260
set tmargin at screen 0.8694
set bmargin at screen 0.3650
set label '{/:Bold Trained on one class of problems, asked all of them}' at screen 0.0167, screen 0.9407 font ',14'
set label 'Rows: trained on, 2 to 6 blocks. Plans that work, found by greedy decoding. Goals are listed in random order but where their order is named. Trained' at screen 0.0167, screen 0.1335 font ',10' tc rgb '#555555'
set label 'for 6,000 steps.' at screen 0.0167, screen 0.0890 font ',10' tc rgb '#555555'
set label 'Exact match in percent, median of 5 seeds. Of 44 to 500 different questions a seed. Guessing (dotted): 0.2 to 0.4 %.' at screen 0.0167, screen 0.0445 font ',10' tc rgb '#555555'
unset border
set xrange [0.5:6.5]
set yrange [5.5:0.5]
set palette defined (0 '#ffffff', 100 '#0072B2')
set cbrange [0:100]
set colorbox user origin screen 0.9379, screen 0.3650 size screen 0.0143, screen 0.5045 noborder
set cbtics 0,50,100 scale 0.3 offset -0.6,0 font ',10' format '%g'
set xlabel 'asked, at five blocks' offset 0,-0.3
# the place of a column
place(x) = x == 1 ? 1 : x == 2 ? 2 : x == 3 ? 3 : x == 4 ? 4 : x == 5 ? 5 : x == 6 ? 6 : NaN
set xtics scale 0 ('table to'."\n".'stack' 1, 'goal from'."\n".'the bottom' 2, 'goal from'."\n".'the top' 3, 'lexicographic' 4, 'single goal'."\n".'stack' 5, 'general' 6)
set ytics scale 0 ('table to stack' 1, 'goal from the bottom' 2, 'lexicographic' 3, 'single goal stack' 4, 'general' 5)
plot 'transfer.tsv' using (place(pick('median',1,'x'))):(1):(0.48):(0.46):(pick('median',1,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',1,'x'))):(1):(sprintf(pick('median',1,'value') > 0 && above(1) != above(1) ? '(%.0f)' : '%.0f', pick('median',1,'value'))):(pick('median',1,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'transfer.tsv' using (place(pick('median',2,'x'))):(2):(0.48):(0.46):(pick('median',2,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',2,'x'))):(2):(sprintf(pick('median',2,'value') > 0 && above(2) != above(2) ? '(%.0f)' : '%.0f', pick('median',2,'value'))):(pick('median',2,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'transfer.tsv' using (place(pick('median',3,'x'))):(3):(0.48):(0.46):(pick('median',3,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',3,'x'))):(3):(sprintf(pick('median',3,'value') > 0 && above(3) != above(3) ? '(%.0f)' : '%.0f', pick('median',3,'value'))):(pick('median',3,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'transfer.tsv' using (place(pick('median',4,'x'))):(4):(0.48):(0.46):(pick('median',4,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',4,'x'))):(4):(sprintf(pick('median',4,'value') > 0 && above(4) != above(4) ? '(%.0f)' : '%.0f', pick('median',4,'value'))):(pick('median',4,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'transfer.tsv' using (place(pick('median',5,'x'))):(5):(0.48):(0.46):(pick('median',5,'value')) with boxxyerror fs solid noborder fc palette, \
  'transfer.tsv' using (place(pick('median',5,'x'))):(5):(sprintf(pick('median',5,'value') > 0 && above(5) != above(5) ? '(%.0f)' : '%.0f', pick('median',5,'value'))):(pick('median',5,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable
