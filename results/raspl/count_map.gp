# count_map.svg, drawn from count_map.tsv. To change it, edit this file and run: gnuplot count_map.gp
# As pdf: gnuplot -e "format='pdf'" count_map.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.926in,3.198in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 857,307 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'count_map'
}
set output 'count_map'.'.'.format
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
set lmargin at screen 0.1388
set rmargin at screen 0.9276
set tmargin at screen 0.8567
set bmargin at screen 0.3029
set label '{/:Bold Counting: trained to, by asked for}' at screen 0.0163, screen 0.9349 font ',14'
set label 'From a random start; 64 examples a step. Trained for 5,000 steps.' at screen 0.0163, screen 0.0977 font ',10' tc rgb '#555555'
set label 'Exact match in percent, median of 5 seeds. Of 16 to 35 different questions a seed. Guessing (dotted): 2.9 to 6.2 %.' at screen 0.0163, screen 0.0489 font ',10' tc rgb '#555555'
unset border
set xrange [0.5:13.5]
set yrange [5.5:0.5]
set palette defined (0 '#ffffff', 100 '#0072B2')
set cbrange [0:100]
set colorbox user origin screen 0.9393, screen 0.3029 size screen 0.0140, screen 0.5537 noborder
set cbtics 0,50,100 scale 0.3 offset -0.6,0 font ',10' format '%g'
set xlabel 'numbers to say' offset 0,0.9
# the place of a column
place(x) = x == 10 ? 1 : x == 20 ? 2 : x == 30 ? 3 : x == 40 ? 4 : x == 50 ? 5 : x == 60 ? 6 : x == 70 ? 7 : x == 80 ? 8 : x == 90 ? 9 : x == 100 ? 10 : x == 110 ? 11 : x == 120 ? 12 : x == 130 ? 13 : NaN
set xtics scale 0 ('10' 1, '20' 2, '30' 3, '40' 4, '50' 5, '60' 6, '70' 7, '80' 8, '90' 9, '100' 10, '110' 11, '120' 12, '130' 13)
set ytics scale 0 ('trained to 10' 1, 'trained to 20' 2, 'trained to 30' 3, 'trained to 40' 4, 'trained to 60' 5)
plot 'count_map.tsv' using (place(pick('median',1,'x'))):(1):(0.48):(0.46):(pick('median',1,'value')) with boxxyerror fs solid noborder fc palette, \
  'count_map.tsv' using (place(pick('median',1,'x'))):(1):(sprintf(pick('median',1,'value') > 0 && above(1) != above(1) ? '(%.0f)' : '%.0f', pick('median',1,'value'))):(pick('median',1,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'count_map.tsv' using (place(pick('median',2,'x'))):(2):(0.48):(0.46):(pick('median',2,'value')) with boxxyerror fs solid noborder fc palette, \
  'count_map.tsv' using (place(pick('median',2,'x'))):(2):(sprintf(pick('median',2,'value') > 0 && above(2) != above(2) ? '(%.0f)' : '%.0f', pick('median',2,'value'))):(pick('median',2,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'count_map.tsv' using (place(pick('median',3,'x'))):(3):(0.48):(0.46):(pick('median',3,'value')) with boxxyerror fs solid noborder fc palette, \
  'count_map.tsv' using (place(pick('median',3,'x'))):(3):(sprintf(pick('median',3,'value') > 0 && above(3) != above(3) ? '(%.0f)' : '%.0f', pick('median',3,'value'))):(pick('median',3,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'count_map.tsv' using (place(pick('median',4,'x'))):(4):(0.48):(0.46):(pick('median',4,'value')) with boxxyerror fs solid noborder fc palette, \
  'count_map.tsv' using (place(pick('median',4,'x'))):(4):(sprintf(pick('median',4,'value') > 0 && above(4) != above(4) ? '(%.0f)' : '%.0f', pick('median',4,'value'))):(pick('median',4,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable, \
  'count_map.tsv' using (place(pick('median',5,'x'))):(5):(0.48):(0.46):(pick('median',5,'value')) with boxxyerror fs solid noborder fc palette, \
  'count_map.tsv' using (place(pick('median',5,'x'))):(5):(sprintf(pick('median',5,'value') > 0 && above(5) != above(5) ? '(%.0f)' : '%.0f', pick('median',5,'value'))):(pick('median',5,'value') >= 75 ? 0xffffff : 0x222222) \
  with labels font ',11' tc rgb variable
